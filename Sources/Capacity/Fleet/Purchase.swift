public import Kernel

/// How instances are bought.
public enum Purchase: Hashable, Sendable {
  /// Held as long as wanted.
  case onDemand
  /// Cheaper, and taken back when the provider wants.
  case spot(SpotMarket)
  /// Some on demand and some in the spot markets of several zones.
  case market(MarketPurchase)
}

/// The terms of a spot instance.
public struct SpotMarket: Hashable, Sendable {
  /// The price.
  public var price: HourlyPrice
  /// How long an instance is left to run, in seconds from its launch.
  public var upTime: Distribution
  /// How long before the end the provider says so; the instance drains meanwhile.
  public var notice: SimDuration

  /// The terms of a spot instance.
  public init(price: HourlyPrice, upTime: Distribution, notice: SimDuration) {
    self.price = price
    self.upTime = upTime
    self.notice = notice
  }
}
