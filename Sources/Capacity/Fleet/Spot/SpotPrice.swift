public import Kernel

/// What a spot instance costs.
public enum SpotPrice: Hashable, Sendable {
  /// The same at all times.
  case constant(HourlyPrice)
  /// As it was observed; every instance pays what holds at the moment.
  case trace(TimedSteps<HourlyPrice>)

  /// The price at an instant.
  public func price(at instant: SimTime) -> HourlyPrice {
    switch self {
    case .constant(let price): price
    case .trace(let steps): steps.value(at: instant)
    }
  }

  /// The highest price that it ever is.
  public var highest: HourlyPrice {
    switch self {
    case .constant(let price): price
    case .trace(let steps):
      steps.steps.reduce(HourlyPrice(nanodollarsPerHour: 0)) { max($0, $1.value) }
    }
  }
}
