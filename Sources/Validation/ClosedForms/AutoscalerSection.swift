import Autoscaling
import Kernel

/// The Kubernetes autoscaler's arithmetic: replicas, metric against a target of 70.
struct AutoscalerSection {
  private static let cases: [(replicas: Int, metric: Double, desired: Int)] = [
    (4, 90, 6), (4, 76, 4), (10, 30, 5), (10, 62.9, 9), (10, 63.1, 10),
  ]

  /// Decisions that are not the expected ones.
  private(set) var wrong: [String] = []

  mutating func table() -> String {
    var table = MarkdownTable("replicas", "metric", "exact", "decided", "equal")
    for one in Self.cases {
      var behavior = ScalingBehavior()
      behavior.down.stabilizationWindow = .zero
      var policy = HorizontalPodAutoscaler(
        .init(
          max: 100, metrics: [MetricTarget(kind: .pods, target: 70, isTotal: false)],
          behavior: behavior))
      let decision = policy.decide(
        PoolObservation(wanted: one.replicas, ready: one.replicas, metrics: [one.metric]),
        at: .zero)
      let isEqual = decision.replicas == one.desired
      if !isEqual { wrong.append("autoscaler at \(one.metric)") }
      table.add(
        String(one.replicas), Figure.fixed(one.metric, 1), String(one.desired),
        String(decision.replicas), isEqual ? "yes" : "no")
    }
    return table.text
  }
}
