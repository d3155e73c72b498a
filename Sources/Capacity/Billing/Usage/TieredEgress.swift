public import Kernel

/// Data sent out, at a price that falls with the month's volume.
///
/// AWS data transfer out to the internet (EC2 on-demand pricing page): each GB (2^30 bytes) is
/// charged at the price of the tier it falls into, by the volume of the calendar month.
public struct TieredEgress: Hashable, Sendable {
  /// A part of the month's volume at one price.
  public struct Tier: Hashable, Sendable {
    /// The month's volume at which the tier ends; the last tier holds past its end.
    public var end: Bytes
    /// What bytes cost in the tier.
    public var price: UnitPrice

    /// A tier up to `end`; the unit of the price is the byte.
    public init(end: Bytes, price: UnitPrice) {
      self.end = end
      self.price = price
    }
  }

  /// In order of volume; at least one.
  private let tiers: [Tier]
  /// The number of bytes that all prices are for.
  private let unit: Int128

  /// Prices by volume, all for the same number of bytes; ends must rise from tier to tier. A free
  /// allowance is a tier at nothing.
  public init(tiers: [Tier]) {
    precondition(zip(tiers, tiers.dropFirst()).allSatisfy { $0.end < $1.end }, "tiers rise")
    guard let unit = tiers.first?.price.per, tiers.allSatisfy({ $0.price.per == unit }) else {
      preconditionFailure("egress has a price, for one unit in all tiers")
    }
    self.tiers = tiers
    self.unit = Int128(unit)
  }

  /// What the month's first `volume` costs, rounded half up to a nanodollar once.
  ///
  /// Never falls as `volume` grows: what one stream or hour sent is a difference of this.
  public func charge(for volume: Bytes) -> Money {
    Money(halfUp: area(volume: Int128(volume.count), scale: 1), over: unit)
  }

  /// The share of a month's bill that `span` bears when the whole month goes on as it did.
  ///
  /// The tiers are those of the month's projected volume, `volume` × `month` / `span`.
  /// Rounded half up once; spans and months should be whole seconds.
  public func charge(for volume: Bytes, in span: SimDuration, ofMonth month: SimDuration) -> Money {
    charge(for: volume, times: 1, in: span, ofMonth: month)
  }

  /// The same of `count` times `size`, which may be more than bytes are counted to; not negative.
  ///
  /// Products past 128 bits are past the range of money as well, unless they are free.
  public func charge(
    for size: Bytes, times count: Int64, in span: SimDuration, ofMonth month: SimDuration
  ) -> Money {
    precondition(span > .zero && month > .zero, "spans are positive")
    let common = Self.commonDivisor(span.nanoseconds, month.nanoseconds)
    let (part, whole) = (span.nanoseconds / common, month.nanoseconds / common)
    let volume = (Int128(size.count) * Int128(count)).boundedProduct(Int128(whole))
    return Money(
      halfUp: area(volume: volume, scale: Int128(part)), over: Int128(whole) * unit)
  }

  /// The sum of price times volume over the tiers, whose ends are multiplied by `scale`.
  private func area(volume: Int128, scale: Int128) -> Int128 {
    precondition(volume >= 0, "a volume is not negative")
    var area: Int128 = 0
    var begin: Int128 = 0
    for (index, tier) in tiers.enumerated() where begin < volume {
      let bound = Int128(tier.end.count).boundedProduct(scale)
      let end = index == tiers.count - 1 ? volume : min(volume, bound)
      let part = Int128(tier.price.amount.nanodollars).boundedProduct(end - begin)
      let (sum, isPast) = area.addingReportingOverflow(part)
      area = isPast ? .max : sum
      begin = end
    }
    return area
  }

  private static func commonDivisor(_ a: Int64, _ b: Int64) -> Int64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
