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

  /// What an instance costs from `start` to `end`, not before it; nanodollars are rounded down.
  ///
  /// Charges for consecutive spans add up to the charge for the whole, to the last nanodollar:
  /// each is a difference of what has been due since instant zero.
  public func cost(from start: SimTime, to end: SimTime) -> Money {
    precondition(start <= end, "a charge needs a span that is not negative")
    return Money(nanodollars: due(until: end) - due(until: start))
  }

  /// Nanodollars due from instant zero until `instant`, rounded down; negative before.
  private func due(until instant: SimTime) -> Int64 {
    let area: Int128 =
      switch self {
      case .constant(let price):
        Int128(price.nanodollarsPerHour) * Int128(instant.nanoseconds)
      case .trace(let steps): steps.area(until: instant) - steps.area(until: .zero)
      }
    let hour: Int128 = 3_600_000_000_000
    let whole = area / hour
    return Int64(area % hour < 0 ? whole - 1 : whole)
  }
}

extension TimedSteps<HourlyPrice> {
  /// The integral of the price, in nanodollars an hour times nanoseconds, from the trace's first
  /// step until `instant`; negative before.
  fileprivate func area(until instant: SimTime) -> Int128 {
    let place = place(of: instant)
    let price = Int128(steps[place.index].value.nanodollarsPerHour)
    var sum = price * Int128(place.into.nanoseconds)
    for index in 0..<place.index { sum += area(ofStep: index) }
    guard ending == .loop else { return sum }
    // The rounds that are over before the one of the instant.
    let clock = (instant - .zero) + offset - steps[0].at
    let into = steps[place.index].at - steps[0].at + place.into
    let rounds = Int128((clock - into).nanoseconds / round.nanoseconds)
    let whole = (0..<(steps.count - 1)).reduce(Int128(0)) { $0 + area(ofStep: $1) }
    return sum + rounds * whole
  }

  private func area(ofStep index: Int) -> Int128 {
    let length = steps[index + 1].at - steps[index].at
    return Int128(steps[index].value.nanodollarsPerHour) * Int128(length.nanoseconds)
  }
}
