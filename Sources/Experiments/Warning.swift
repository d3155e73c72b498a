public import Kernel

/// A fact about the results that a reader must know. Architectures are indices into the results.
public enum Warning: Hashable, Sendable {
  /// It cannot serve what it is offered.
  case overloaded(architecture: Int, Overload)
  /// More was waiting at the end of the span than at its beginning: so many frames, on average.
  case notSteady(architecture: Int, backlog: Double)
  /// The share of batches larger than what was measured.
  case beyondCurve(architecture: Int, share: Double)
  /// The share of time that an autoscaler asked for more than the pool's maximum.
  case atMaximum(architecture: Int, share: Double)
  /// The span is shorter than the demand's cycle, so it does not stand for a month.
  case shortHorizon(span: SimDuration, cycle: SimDuration)
  /// A service takes longer to forget that it began empty than the warm-up lasts.
  case shortWarmUp(given: SimDuration, suggested: SimDuration)
  /// The cap on replications was reached before the precision asked for: the widest interval.
  case imprecise(PrecisionOutcome)
  /// There are fewer than three replications.
  case fewReplications(Int)
  /// A price with a date this many days before the scenario begins.
  case oldPrice(subject: String, date: String, days: Int)
  /// Service curves that nobody measured.
  case unsourcedCurves([String])

  /// The name to search for.
  public var slug: String { kind.rawValue }

  /// Which kind of warning it is.
  public var kind: Slug {
    switch self {
    case .overloaded: .overloaded
    case .notSteady: .notSteady
    case .beyondCurve: .beyondCurve
    case .atMaximum: .atMax
    case .shortHorizon: .shortHorizon
    case .shortWarmUp: .warmUpShort
    case .imprecise: .precisionCap
    case .fewReplications: .fewReplications
    case .oldPrice: .priceOld
    case .unsourcedCurves: .curveUnsourced
    }
  }

  /// The architecture that it is about, or nil when it is about the whole run.
  public var architecture: Int? {
    switch self {
    case .overloaded(let index, _), .notSteady(let index, _), .beyondCurve(let index, _),
      .atMaximum(let index, _):
      index
    case .shortHorizon, .shortWarmUp, .imprecise, .fewReplications, .oldPrice, .unsourcedCurves: nil
    }
  }
}
