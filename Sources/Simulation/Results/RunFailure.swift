/// Why a replication has no result.
public enum RunFailure: Error, Hashable, Sendable {
  /// A law that every run must keep was broken: a bug of headroom.
  case broken(ConservationViolation)
  /// The bill of an architecture passes nine billion dollars, beyond which money does not have its
  /// nanodollars: the scenario's prices are too high.
  case billTooLarge(architecture: String)
}
