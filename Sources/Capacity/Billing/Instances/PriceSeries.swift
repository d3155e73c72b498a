public import Kernel

/// An hourly price that may change with time, in steps: a price list or a spot price trace.
public struct PriceSeries: Hashable, Sendable {
  /// A price from an instant on.
  public struct Step: Hashable, Sendable {
    /// When the price begins.
    public var start: SimTime
    /// The price until the next step; not negative.
    public var price: HourlyPrice

    /// A price from `start` on.
    public init(start: SimTime, price: HourlyPrice) {
      self.start = start
      self.price = price
    }
  }

  /// The price before the first step.
  private let initial: HourlyPrice
  /// In order of time, no two at the same instant.
  private let steps: [Step]

  /// A price of `initial`, then of each step from its start on.
  ///
  /// Starts must rise from step to step and no price may be negative.
  public init(_ initial: HourlyPrice, steps: [Step] = []) {
    precondition(
      initial.nanodollarsPerHour >= 0 && steps.allSatisfy { $0.price.nanodollarsPerHour >= 0 },
      "a price is not negative")
    precondition(
      zip(steps, steps.dropFirst()).allSatisfy { $0.start < $1.start }, "prices go on in time")
    self.initial = initial
    self.steps = steps
  }

  /// The price at an instant; a step holds from its start, inclusive. O(log steps).
  public func price(at instant: SimTime) -> HourlyPrice {
    let count = stepsStarted(by: instant)
    return count == 0 ? initial : steps[count - 1].price
  }

  /// What one instance costs from `start` until `end` at the price of each moment, rounded half
  /// up to a nanodollar.
  ///
  /// `end` must not be before `start`. Charges of consecutive spans that must add up are
  /// differences of this function of `end`. O(log steps + steps crossed).
  public func cost(from start: SimTime, until end: SimTime) -> Money {
    Money(halfUp: area(from: start, until: end), over: Self.hour)
  }

  /// The integral of the price, in nanodollars an hour times nanoseconds: exact and additive.
  func area(from start: SimTime, until end: SimTime) -> Int128 {
    precondition(start <= end, "a charge needs a span that is not negative")
    var next = stepsStarted(by: start)
    var price = next == 0 ? initial : steps[next - 1].price
    var time = start
    var area: Int128 = 0
    while next < steps.count, steps[next].start < end {
      area += Self.area(price, for: steps[next].start - time)
      (time, price) = (steps[next].start, steps[next].price)
      next += 1
    }
    return area + Self.area(price, for: end - time)
  }

  /// The nanoseconds of an hour: areas over this are nanodollars.
  static let hour: Int128 = 3_600_000_000_000

  /// A price held for a time, in nanodollars an hour times nanoseconds.
  static func area(_ price: HourlyPrice, for time: SimDuration) -> Int128 {
    Int128(price.nanodollarsPerHour) * Int128(time.nanoseconds)
  }

  /// How many steps have started at `instant`.
  private func stepsStarted(by instant: SimTime) -> Int {
    var (low, high) = (0, steps.count)
    // steps[..<low] have started, steps[high...] have not.
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].start <= instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
