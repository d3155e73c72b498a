public import Kernel

extension Money {
  /// `numerator / denominator` nanodollars, rounded half up: the one rounding of every rule here.
  ///
  /// A charge is computed exactly as a fraction and rounded once, so a rule is a function of the
  /// usage so far that never falls, and the parts of a bill are its differences.
  /// `numerator` must not be negative, `denominator` must be positive; a charge past 9.2 billion
  /// dollars traps.
  public init(halfUp numerator: Int128, over denominator: Int128) {
    precondition(numerator >= 0, "a charge is not negative")
    precondition(denominator > 0, "a price is for a positive amount")
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    self.init(nanodollars: Int64(whole + (rest >= denominator - rest ? 1 : 0)))
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
