import Capacity
import Kernel
import Simulation

/// Finds how full a clairvoyant policy may keep its GPUs: the fullest at which the means of a few
/// replications keep every objective but the cost.
///
/// A service that is fuller is worse, so the search halves a grid of twentieths. Without such an
/// objective, at most 1% of the frames may be late or dropped.
struct FillingSearch {
  private static let steps = 20
  private static let replications = 3

  private let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }

  /// The scenario with every filling that is to be searched for found.
  func filled(stop: StopFlag) throws(RunFailure) -> Scenario {
    var filled = scenario
    for index in scenario.architectures.indices {
      let architecture = scenario.architectures[index]
      guard architecture.clairvoyants.contains(where: { $0.filling == nil }) else { continue }
      let step = try fullest(architecture, stop: stop)
      filled.architectures[index] = Self.filling(architecture, step)
    }
    return filled
  }

  /// The last step that keeps the objectives, at least the first.
  private func fullest(
    _ architecture: Architecture, stop: StopFlag
  ) throws(RunFailure) -> Int {
    var good = 1
    var bad = Self.steps + 1
    // `good` keeps the objectives or is the first, `bad` does not or is beyond the last.
    while bad - good > 1, !stop.isSet {
      let middle = (good + bad) / 2
      if try keepsObjectives(Self.filling(architecture, middle), stop: stop) {
        good = middle
      } else {
        bad = middle
      }
    }
    return good
  }

  private static func filling(_ architecture: Architecture, _ step: Int) -> Architecture {
    var filled = architecture
    for index in filled.clairvoyants.indices where filled.clairvoyants[index].filling == nil {
      filled.clairvoyants[index].filling = Double(step) / Double(steps)
    }
    return filled
  }

  private func keepsObjectives(
    _ architecture: Architecture, stop: StopFlag
  ) throws(RunFailure) -> Bool {
    let simulator = Simulator(scenario, architecture: architecture)
    let count = min(Self.replications, scenario.replications)
    var results: [[Metric: Double]] = []
    for number in 0..<count {
      guard
        let result = try simulator.run(replication: number, checkpoint: { _ in stop.isSet })
      else { return false }
      results.append(result.metrics)
    }
    return objectives.allSatisfy { objective in
      let values = results.compactMap { $0[objective.metric] }
      return !values.isEmpty && objective.isKept(by: values.reduce(0, +) / Double(values.count))
    }
  }

  private var objectives: [Objective] {
    let own = scenario.objectives.filter { $0.metric.unit != .dollars }
    let plain = Objective(
      metric: .lateOrDropped, direction: .atMost, limit: 0.01, limitText: "1%")
    return own.isEmpty ? [plain] : own
  }
}
