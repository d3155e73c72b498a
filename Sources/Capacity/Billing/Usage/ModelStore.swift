public import Kernel

/// Where models and images are kept: paid by size and time, by pull, and by transfer when the
/// puller is in another region.
///
/// Amazon S3 (FAQ, pricing): byte-hours over the month make GB-months of 2^30 bytes; each GET is
/// a request; transfer within a region is free, to another region it is charged by the GB.
public struct ModelStore: Hashable, Sendable {
  /// The price of bytes kept for a month.
  public var perMonth: UnitPrice
  /// The price of GET requests.
  public var requests: UnitPrice
  /// The price of bytes sent to another region.
  public var toOtherRegion: UnitPrice

  /// A store with its prices.
  public init(perMonth: UnitPrice, requests: UnitPrice, toOtherRegion: UnitPrice) {
    self.perMonth = perMonth
    self.requests = requests
    self.toOtherRegion = toOtherRegion
  }

  /// What keeping `size` for `span` costs, rounded half up once.
  public func storage(
    of size: Bytes, for span: SimDuration, month: SimDuration = .hours(730)
  ) -> Money {
    Money(
      halfUp: Int128(perMonth.amount.nanodollars) * Int128(span.nanoseconds),
      times: Int128(size.count), over: Int128(month.nanoseconds) * Int128(perMonth.per))
  }

  /// What `count` pulls of `size` cost within the store's region: the requests.
  public func pulls(_ count: Int64) -> Money { requests.cost(of: count) }

  /// What sending `volume` in all to another region costs, beside the requests.
  public func transferToOtherRegion(_ volume: Bytes) -> Money {
    toOtherRegion.cost(of: volume.count)
  }
}
