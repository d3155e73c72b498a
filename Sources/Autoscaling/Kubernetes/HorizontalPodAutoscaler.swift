public import Kernel

/// The Kubernetes Horizontal Pod Autoscaler, `autoscaling/v2`, as of Kubernetes v1.33.
///
/// At each look every metric proposes replicas and the most is taken; then windows hold it back
/// and limits and bounds cut it. Of the controller nothing is left out but what is no decision:
/// API errors, events, and the queue that spreads the looks. After `horizontal.go` and
/// `replica_calculator.go` of kubernetes/kubernetes and the documentation's "Horizontal Pod
/// Autoscaling".
///
/// A look takes time in proportion to the looks of the longest window, and allocates nothing once
/// that window has passed.
public struct HorizontalPodAutoscaler: ScalingPolicy {
  let settings: Settings
  var recommendations: RecommendationLog
  package internal(set) var events: ScaleEvents

  /// An autoscaler that has seen nothing yet.
  public init(_ settings: Settings) {
    self.init(settings, recommendations: RecommendationLog())
  }

  /// An autoscaler with a past.
  package init(
    _ settings: Settings, recommendations: RecommendationLog, events: ScaleEvents = ScaleEvents()
  ) {
    self.settings = settings
    self.recommendations = recommendations
    self.events = events
  }

  /// How often it looks and decides: the sync period.
  public var interval: SimDuration { settings.syncPeriod }

  /// Looks at its pool and decides; a metric that is nil is one that could not be read.
  ///
  /// The metrics seen are those of the settings, in their order. Replicas that start are pods that
  /// are not ready, replicas that leave are pods being deleted, which do not count.
  public mutating func decide(_ seen: PoolObservation, at now: SimTime) -> ScalingDecision {
    let outcome = reconcile(current: seen.wanted, proposals: proposals(for: seen), at: now)
    return ScalingDecision(
      replicas: outcome.replicas, recommended: outcome.recommended ?? seen.wanted,
      reason: outcome.reason)
  }

  private func proposals(for seen: PoolObservation) -> MetricProposals {
    precondition(
      seen.metrics.count == settings.metrics.count, "an observation has the metrics of its policy")
    let calculator = ReplicaCalculator(tolerance: settings.tolerance)
    var proposals = MetricProposals()
    for index in settings.metrics.indices {
      let target = settings.metrics[index]
      do throws(MetricFault) {
        proposals.add(
          try target.propose(seen.metrics[index], seen: seen, by: calculator).replicas)
      } catch {
        proposals.fail(target.failure)
      }
    }
    return proposals
  }
}
