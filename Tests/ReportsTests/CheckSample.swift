import Capacity
import Experiments
import Reports

/// Checks of the hand-made results.
extension Sample {
  static func checkReport(
    _ designs: [Design], objectives: [Objective] = Sample.objectives, baseline: Baseline? = nil,
    name: String = "avatar", provenance: [Provenance] = []
  ) -> CheckReport {
    var comparison = comparison(designs, objectives: objectives, provenance: provenance)
    comparison.scenario.name = name
    return CheckReport(report(comparison), baseline: baseline)
  }

  static func suite(_ reports: CheckReport...) -> CheckSuite {
    CheckSuite(reports, version: "0.1.0")
  }

  /// What `designs` would have recorded.
  static func baseline(_ designs: [Design]) -> Baseline { checkReport(designs).check.figures }

  /// The reactive design as it was before its latency and its losses grew.
  static let formerly = Design(
    name: "l4-reactive", cost: around(33_200, 120), p99: around(135, 4.8),
    late: around(0.0034, 0.0012), instances: 57)

  static let limits = [
    Objective(metric: .p99Latency, direction: .atMost, limit: 150, limitText: "150ms"),
    Objective(metric: .lateOrDropped, direction: .atMost, limit: 0.01, limitText: "1%"),
    Objective(
      metric: .costPerMonth, direction: .atMost, limit: 40_000, limitText: "$40000/month"),
  ]

  /// One architecture that fails against a baseline.
  static let failing = suite(
    checkReport([reactive], objectives: limits, baseline: baseline([formerly])))
}

extension Objective {
  /// The same with another limit in dollars a month.
  func raised(to dollars: Double) -> Objective {
    var copy = self
    copy.limit = dollars
    copy.limitText = "$\(Int(dollars))/month"
    return copy
  }
}
