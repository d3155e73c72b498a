/// Why a metric gives no number of replicas.
package enum MetricFault: String, Error, Hashable, Sendable {
  /// Nothing was measured at all.
  case noMetrics = "no_metrics"
  /// What was measured belongs to pods that are not there, or that ask for no resource.
  case noMetricsForKnownPods = "no_metrics_for_known_pods"
  /// Nothing was measured but of pods that do not count.
  case noReadyMetrics = "no_ready_metrics"
  /// A pod does not say what it requests, so that there is no share of it.
  case missingRequest = "missing_request"
  /// There are no pods.
  case noPods = "no_pods"
}
