/// What all metrics of an autoscaler propose together: the most that any of them asks for.
package struct MetricProposals: Hashable, Sendable {
  private var highest = 0
  private var count = 0
  private var failed = 0
  /// Why the first metric without a proposal has none.
  package private(set) var failure: ScalingReason?

  /// No metric yet.
  package init() {}

  /// Adds what a metric proposes.
  package mutating func add(_ replicas: Int) {
    count += 1
    if highest == 0 || replicas > highest { highest = replicas }
  }

  /// Adds a metric that proposes nothing.
  package mutating func fail(_ reason: ScalingReason) {
    count += 1
    failed += 1
    if failure == nil { failure = reason }
  }

  /// The most that is asked for, at least 0; nil when no metric could be read, or when some could
  /// not and the others would remove replicas.
  package func desired(current: Int) -> Int? {
    if failed >= count || (failed > 0 && highest < current) { return nil }
    return max(0, highest)
  }
}
