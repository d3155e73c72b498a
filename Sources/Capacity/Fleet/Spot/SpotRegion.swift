public import Kernel

/// Spot markets that share their bad hours.
public struct SpotRegion: Hashable, Sendable {
  /// The name, `[a-z0-9][a-z0-9._-]*`; regions of equal name have the same shocks.
  public var name: String
  /// What comes upon all its zones at once, if anything does.
  public var shocks: RegionalShocks?
  /// Its zones, in the order in which they are preferred when nothing else decides.
  public var zones: [SpotZone]

  /// A region; at least one zone.
  public init(name: String, shocks: RegionalShocks? = nil, zones: [SpotZone]) {
    precondition(!zones.isEmpty, "a region needs a zone")
    self.name = name
    self.shocks = shocks
    self.zones = zones
  }
}

/// The spot market of one instance type in one zone.
public struct SpotZone: Hashable, Sendable {
  /// The name, `[a-z0-9][a-z0-9._-]*`; zones of equal name have the same luck in every scenario
  /// of the same seed.
  public var name: String
  /// When there is capacity and when it is taken back.
  public var supply: SpotSupply
  /// What an instance costs.
  public var price: SpotPrice
  /// How long an instance that is to be taken back may still run; 0 for no notice. Providers
  /// give 120 s (AWS) or 30 s (Azure, Google Cloud).
  public var notice: SimDuration

  /// A market; `notice` must not be negative.
  public init(
    name: String, supply: SpotSupply, price: SpotPrice, notice: SimDuration = .seconds(120)
  ) {
    precondition(notice >= .zero, "a notice cannot be negative")
    self.name = name
    self.supply = supply
    self.price = price
    self.notice = notice
  }
}

/// When a zone has capacity and when it takes some back.
public enum SpotSupply: Hashable, Sendable {
  /// Spans that are drawn.
  case cycle(SpotCycle)
  /// The number of instances that the market would hold, as it was observed.
  case replay(TimedSteps<Int>)
}
