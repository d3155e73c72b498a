import Capacity
import Kernel
import Simulation

/// A scenario whose true figures are known.
struct ExactCase: Sendable {
  /// One known figure.
  struct Truth: Sendable {
    var name: String
    var value: Double
    /// Decimals of the page; the value is known to half a unit of the last.
    var digits: Int
    /// What is known of the value itself: half a unit of its last digit, or its own error.
    var uncertainty: Double
    var measured: @Sendable (Outcome) -> Double?

    init(
      _ name: String, _ value: Double, digits: Int, uncertainty: Double? = nil,
      _ measured: @escaping @Sendable (Outcome) -> Double?
    ) {
      self.name = name
      self.value = value
      self.digits = digits
      var unit = 1.0
      for _ in 0..<digits { unit /= 10 }
      self.uncertainty = uncertainty ?? unit / 2
      self.measured = measured
    }
  }

  /// One replication, with every latency in ascending order when the case asks for it.
  struct Outcome: Sendable {
    var result: ReplicationResult
    var latencies: [Int64]

    /// The exact `p`-quantile of latency in milliseconds.
    func quantile(_ p: Double) -> Double? {
      guard !latencies.isEmpty else { return nil }
      let rank = Int((p * Double(latencies.count)).rounded(.up)) - 1
      return Double(latencies[min(max(rank, 0), latencies.count - 1)]) / 1e6
    }
  }

  var name: String
  var scenario: Scenario
  var truths: [Truth]
  /// Whether quantiles are of the latencies themselves, not of the histogram's buckets.
  var keepsLatencies = false

  /// Runs one replication.
  func outcome(replication: Int) throws -> Outcome? {
    let simulator = Simulator(scenario, architecture: scenario.architectures[0])
    if keepsLatencies {
      guard let exact = try simulator.runExactly(replication: replication) else { return nil }
      return Outcome(result: exact.result, latencies: exact.latencies.sorted())
    }
    guard let result = try simulator.run(replication: replication) else { return nil }
    return Outcome(result: result, latencies: [])
  }
}
