import Capacity
import Kernel
import Simulation
import Statistics

/// How often the 95% intervals hold the truth: M/M/1 at many seeds.
struct CoverageSection {
  static let seeds = 1000
  static let replications = 10
  private static let truth = 500.0

  /// Intervals that hold the true mean sojourn.
  private(set) var covering = 0

  mutating func text() async throws -> String {
    let hits = try await Parallel.map(Array(1...Self.seeds)) { try Self.covers(seed: $0) }
    covering = hits.count { $0 }
    let share = Double(covering) / Double(Self.seeds)
    // Wilson's interval for a binomial share at 95%.
    let n = Double(Self.seeds)
    let z = 1.959_964
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    var table = MarkdownTable("runs", "intervals that hold the truth", "share", "95% interval")
    table.add(
      String(Self.seeds), String(covering), Figure.percent(share),
      Figure.percent(middle - half) + " to " + Figure.percent(middle + half))
    return table.text
  }

  /// Whether the share lies from 93% to 97%.
  var isRight: Bool { covering * 100 >= Self.seeds * 93 && covering * 100 <= Self.seeds * 97 }

  private static func covers(seed: Int) throws -> Bool {
    var scenario = Plain.queue(8, .random(.exponential(mean: 0.1)), span: .minutes(30))
    scenario.seed = UInt64(seed)
    let simulator = Simulator(scenario, architecture: scenario.architectures[0])
    var means: [Double] = []
    for replication in 0..<replications {
      guard let result = try simulator.run(replication: replication),
        let mean = result.metrics[.meanLatency]
      else { return false }
      means.append(mean)
    }
    guard let interval = StudentInterval(means), let half = interval.halfWidth else {
      return false
    }
    return (interval.mean - truth).magnitude <= half
  }
}
