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
      var policy = HorizontalPodAutoscaler(
        .init(min: 1, max: 100, target: 70, stabilizeDown: .zero))
      let decision = policy.decide(
        .init(wanted: one.replicas, ready: one.replicas, metric: one.metric), at: .zero)
      let isEqual = decision.replicas == one.desired
      if !isEqual { wrong.append("autoscaler at \(one.metric)") }
      table.add(
        String(one.replicas), Figure.fixed(one.metric, 1), String(one.desired),
        String(decision.replicas), isEqual ? "yes" : "no")
    }
    return table.text
  }
}
