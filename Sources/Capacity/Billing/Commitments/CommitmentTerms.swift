public import Kernel

/// How long a commitment binds.
///
/// Amazon's terms are 31,536,000 s and 94,608,000 s; Google's are 12 and 36 months.
public enum CommitmentTerm: Hashable, Sendable, CaseIterable {
  /// 365 days.
  case oneYear
  /// 1,095 days.
  case threeYears

  /// The term in time.
  public var length: SimDuration {
    switch self {
    case .oneYear: .days(365)
    case .threeYears: .days(1_095)
    }
  }
}

/// What a committed instance costs: a fee at once, a fee for each hour, for a term.
public struct CommitmentTerms: Hashable, Sendable {
  /// How long the commitment binds.
  public var term: CommitmentTerm
  /// Paid at the purchase; not negative.
  public var upfront: Money
  /// Paid for every hour of the term, used or not; not negative.
  public var hourly: HourlyPrice

  /// The fees of a term.
  public init(term: CommitmentTerm, upfront: Money = .zero, hourly: HourlyPrice) {
    precondition(
      upfront >= .zero && hourly.nanodollarsPerHour >= 0, "a fee is not negative")
    self.term = term
    self.upfront = upfront
    self.hourly = hourly
  }

  /// An hourly fee `discountPerMillion` millionths below the on-demand price, rounded half up.
  ///
  /// The discount lies in 0 ... 1,000,000.
  public init(term: CommitmentTerm, off onDemand: HourlyPrice, discountPerMillion: Int64) {
    precondition((0...1_000_000).contains(discountPerMillion), "a discount is a share")
    let rest = Int128(onDemand.nanodollarsPerHour) * Int128(1_000_000 - discountPerMillion)
    let price = Money(halfUp: rest, over: 1_000_000).nanodollars
    self.init(term: term, hourly: HourlyPrice(nanodollarsPerHour: price))
  }

  /// All that is paid over the term, which Amazon calls the list value.
  public var listValue: Money { upfront + hourly.cost(of: term.length) }

  /// The price of an hour with the upfront fee spread evenly over the term, rounded half up.
  public var effectivePrice: HourlyPrice {
    let hours = Int128(term.length.nanoseconds) / PriceSeries.hour
    let price = Money(halfUp: Int128(listValue.nanodollars), over: hours)
    return HourlyPrice(nanodollarsPerHour: price.nanodollars)
  }
}
