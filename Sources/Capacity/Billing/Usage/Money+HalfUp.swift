public import Kernel

extension Money {
  /// `numerator` × `factor` / `denominator` nanodollars, rounded half up: the one rounding of
  /// every rule here.
  ///
  /// A charge is computed exactly as a fraction and rounded once, so a rule is a function of the
  /// usage so far that never falls, and the parts of a bill are its differences.
  /// `numerator` and `factor` must not be negative, `denominator` must be positive; their product
  /// may be as wide as 256 bits. A charge past the range of money is the end of it.
  public init(
    halfUp numerator: Int128, times factor: Int128 = 1, over denominator: Int128
  ) {
    precondition(numerator >= 0 && factor >= 0, "a charge is not negative")
    precondition(denominator > 0, "a price is for a positive amount")
    let divisor = denominator.magnitude
    let product = numerator.magnitude.multipliedFullWidth(by: factor.magnitude)
    guard product.high < divisor else {
      self = .most
      return
    }
    let (whole, rest) = divisor.dividingFullWidth(product)
    let rounding = Money(nanodollars: rest >= divisor - rest ? 1 : 0)
    self = Money(nanodollars: Int64(clamping: whole)) + rounding
  }
}

extension Int128 {
  /// The product of numbers that are not negative, or the largest number where it is past that.
  func boundedProduct(_ other: Int128) -> Int128 {
    let (product, isPast) = multipliedReportingOverflow(by: other)
    return isPast ? .max : product
  }
}

extension SimDuration {
  /// This length rounded up to a whole number of `granule`s; a granule must be positive.
  public func roundedUp(to granule: SimDuration) -> SimDuration {
    precondition(self >= .zero && granule > .zero, "a length and its granule are not negative")
    let rest = nanoseconds % granule.nanoseconds
    return rest == 0 ? self : SimDuration(nanoseconds: nanoseconds - rest + granule.nanoseconds)
  }
}
