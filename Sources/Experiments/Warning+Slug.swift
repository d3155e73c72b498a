extension Warning {
  /// The stable names of warnings.
  public enum Slug: String, Hashable, Sendable, CaseIterable {
    case overloaded
    case notSteady = "not-steady"
    case beyondCurve = "beyond-curve"
    case atMax = "at-max"
    case shortHorizon = "short-horizon"
    case warmUpShort = "warm-up-short"
    case precisionCap = "precision-cap"
    case fewReplications = "few-replications"
    case priceOld = "price-old"
    case curveUnsourced = "curve-unsourced"
  }
}
