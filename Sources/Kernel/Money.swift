/// An amount of money, in whole nanodollars, so that the parts of a bill add up to its total.
///
/// The range is about ±9.2 billion dollars. Sums past it stay at its end, so that a bill past
/// `mostTold` is known to be one and need not be true.
@frozen
public struct Money: Comparable, Hashable, Sendable, BitwiseCopyable {
  /// The amount in billionths of a dollar.
  public var nanodollars: Int64

  /// An amount of `nanodollars`.
  @inlinable public init(nanodollars: Int64) { self.nanodollars = nanodollars }

  /// An amount of `dollars`, rounded to the nearest nanodollar; must be within ±9 billion.
  @inlinable public init(dollars: Double) {
    nanodollars = Elementary.nearestInteger(dollars * 1e9)
  }

  /// The most that a bill may come to: nine billion dollars.
  public static let mostTold = Money(nanodollars: 9_000_000_000_000_000_000)

  /// The end of the range.
  public static let most = Money(nanodollars: .max)

  /// Nothing.
  public static let zero = Money(nanodollars: 0)

  /// The amount in dollars.
  @inlinable public var dollars: Double { Double(nanodollars) / 1e9 }

  /// Whether `a` is less than `b`.
  @inlinable public static func < (a: Money, b: Money) -> Bool { a.nanodollars < b.nanodollars }
  /// The sum, at most the end of the range.
  @inlinable public static func + (a: Money, b: Money) -> Money {
    let (sum, isPast) = a.nanodollars.addingReportingOverflow(b.nanodollars)
    return Money(nanodollars: isPast ? (b.nanodollars < 0 ? .min : .max) : sum)
  }
  /// The difference, at most the end of the range.
  @inlinable public static func - (a: Money, b: Money) -> Money {
    let (rest, isPast) = a.nanodollars.subtractingReportingOverflow(b.nanodollars)
    return Money(nanodollars: isPast ? (b.nanodollars < 0 ? .max : .min) : rest)
  }
  /// Adds `b`.
  @inlinable public static func += (a: inout Money, b: Money) { a = a + b }

  /// The amount with all nine decimals, such as `12.345000000`.
  public var decimalText: String {
    let magnitude = nanodollars.magnitude
    let fraction = String(magnitude % 1_000_000_000)
    let padding = String(repeating: "0", count: 9 - fraction.count)
    return "\(nanodollars < 0 ? "-" : "")\(magnitude / 1_000_000_000).\(padding)\(fraction)"
  }
}

/// A price by the hour, in whole nanodollars an hour.
@frozen
public struct HourlyPrice: Comparable, Hashable, Sendable, BitwiseCopyable {
  /// Nanodollars an hour.
  public var nanodollarsPerHour: Int64

  /// A price of `nanodollarsPerHour`.
  @inlinable public init(nanodollarsPerHour: Int64) {
    self.nanodollarsPerHour = nanodollarsPerHour
  }

  /// A price of `dollars` an hour, rounded to the nearest nanodollar.
  @inlinable public init(dollarsPerHour dollars: Double) {
    nanodollarsPerHour = Elementary.nearestInteger(dollars * 1e9)
  }

  /// The price in dollars an hour.
  @inlinable public var dollarsPerHour: Double { Double(nanodollarsPerHour) / 1e9 }

  /// Whether `a` is cheaper than `b`.
  @inlinable public static func < (a: HourlyPrice, b: HourlyPrice) -> Bool {
    a.nanodollarsPerHour < b.nanodollarsPerHour
  }

  /// What `duration` costs, rounded down to a whole nanodollar, at most the end of the range of
  /// money; `duration` must not be negative.
  ///
  /// Charges for consecutive spans that must add up are taken as differences of this function at
  /// the spans' ends.
  public func cost(of duration: SimDuration) -> Money {
    precondition(duration >= .zero, "a charge needs a span that is not negative")
    let hour: UInt64 = 3_600_000_000_000
    let product = nanodollarsPerHour.magnitude.multipliedFullWidth(
      by: duration.nanoseconds.magnitude)
    guard product.high < hour else { return nanodollarsPerHour < 0 ? .zero - .most : .most }
    let amount = Int64(clamping: hour.dividingFullWidth(product).quotient)
    return Money(nanodollars: nanodollarsPerHour < 0 ? -amount : amount)
  }
}
