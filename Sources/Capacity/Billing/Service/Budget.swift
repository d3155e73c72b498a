public import Kernel

/// How much may be spent in a period, when to say so, and what to do about it.
public struct Budget: Hashable, Sendable {
  /// What happens when a share of the amount is spent; undone when the next period begins.
  public enum Action: Hashable, Sendable {
    /// No pool may have more instances than this; not negative.
    case cap(Int)
    /// Sessions and requests that come are refused: each of their frames is rejected.
    case stopAdmitting
    /// New sessions send so many millionths of their frame rate; above 0, at most 1,000,000.
    case lowerFrameRate(perMillion: Int64)
    /// As `stopAdmitting`, and those present are refused from now on as well.
    case featureOff
    /// Batches that begin from now on are of another model, one of the architecture's
    /// `otherModels`, which has been kept beside the first.
    case switchModel(String)
  }

  /// An action at a share of the amount.
  public struct Step: Hashable, Sendable {
    /// The share, in millionths; positive.
    public var atPerMillion: Int64
    /// What happens.
    public var action: Action

    /// An action at a share.
    public init(atPerMillion: Int64, action: Action) {
      self.atPerMillion = atPerMillion
      self.action = action
    }
  }

  /// Spending that is too fast in each of several windows at once.
  public struct BurnRate: Hashable, Sendable {
    /// How many times as fast as would use the amount up in just the period, in millionths.
    public var timesPerMillion: Int64
    /// The windows, looked at once they have passed; at least one, each positive.
    public var windows: [SimDuration]

    /// An alert on speed.
    public init(timesPerMillion: Int64, windows: [SimDuration]) {
      self.timesPerMillion = timesPerMillion
      self.windows = windows
    }
  }

  /// What may be spent in a period; positive.
  public var amount: Money
  /// How long the amount is for; periods follow each other from the measured span's start.
  public var period: SimDuration
  /// How often spending is looked at: what a bill is behind by; positive.
  public var every: SimDuration
  /// Shares of the amount that are announced, in millionths, ascending.
  public var alertsPerMillion: [Int64]
  /// The alert on speed, if any.
  public var burnRate: BurnRate?
  /// What is done, in ascending order of the share.
  public var steps: [Step]

  /// So much for each period; looked at every hour, alerts at 50, 80 and 100% unless given.
  public init(
    amount: Money, period: SimDuration, every: SimDuration = .hours(1),
    alertsPerMillion: [Int64] = [500_000, 800_000, 1_000_000], burnRate: BurnRate? = nil,
    steps: [Step] = []
  ) {
    self.amount = amount
    self.period = period
    self.every = every
    self.alertsPerMillion = alertsPerMillion
    self.burnRate = burnRate
    self.steps = steps
  }

  /// A share of the amount, rounded half up.
  public func share(perMillion: Int64) -> Money {
    Money(halfUp: Int128(amount.nanodollars) * Int128(perMillion), over: 1_000_000)
  }

  /// Whether `spent` within `window` is as fast as the alert on speed asks.
  public func isFast(_ spent: Money, in window: SimDuration) -> Bool {
    guard let burnRate else { return false }
    // Times in milliseconds, so that the products fit.
    let (period, window) = (period.nanoseconds / 1_000_000, window.nanoseconds / 1_000_000)
    return Int128(spent.nanodollars) * Int128(period) * 1_000_000
      >= Int128(amount.nanodollars) * Int128(window) * Int128(burnRate.timesPerMillion)
  }
}
