public import Kernel

/// So much money for so many units, such as $0.20 for 1,000,000 requests.
///
/// The count of units lets a price be finer than a nanodollar a unit without any rounding:
/// $0.0000166667 a second is $16.6667 for 1,000,000 s.
public struct UnitPrice: Hashable, Sendable {
  /// What `per` units cost; not negative.
  public var amount: Money
  /// How many units that buys; positive.
  public var per: Int64

  /// A price of `amount` for `per` units.
  public init(_ amount: Money, per: Int64) {
    precondition(amount >= .zero && per > 0, "a price is not negative, for a positive amount")
    self.amount = amount
    self.per = per
  }

  /// Nothing, for any number.
  public static let free = UnitPrice(.zero, per: 1)

  /// A price of `amount` for each gibibyte (2^30 bytes); the unit is the byte.
  ///
  /// AWS and Google Cloud write GB and mean 2^30 bytes.
  public static func perGibibyte(_ amount: Money) -> UnitPrice {
    UnitPrice(amount, per: 1 << 30)
  }

  /// What `units` cost, rounded half up to a nanodollar; `units` must not be negative.
  public func cost(of units: Int64) -> Money { cost(of: Int128(units), over: 1) }

  /// What `units / divisor` units cost, rounded half up to a nanodollar.
  func cost(of units: Int128, over divisor: Int128) -> Money {
    Money(halfUp: Int128(amount.nanodollars), times: units, over: Int128(per) * divisor)
  }
}
