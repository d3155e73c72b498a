import Capacity
import Kernel
import Simulation

/// Periodic streams without any randomness, exact to the nanosecond.
struct StreamSection {
  private struct Case {
    var name: String
    var streams: Int
    var phase: StreamDemand.Phase
    var gpus = 1
    var maxWait: SimDuration?
    /// Served, dropped, batches, then p50, p95, p99 and maximum in nanoseconds.
    var exact: [Int64]
  }

  private static let cases = [
    Case(
      name: "8 streams, 4.166001 ms apart, 1 GPU", streams: 8,
      phase: .staggered(step: .nanoseconds(4_166_001)),
      exact: [2400, 0, 349, 42_337_357, 55_168_749, 55_834_057, 55_838_092]),
    Case(
      name: "8 aligned streams, 1 GPU", streams: 8, phase: .aligned,
      exact: [2400, 0, 300, 31_000_000, 31_000_000, 31_000_000, 31_000_000]),
    Case(
      name: "24 streams, 1.388007 ms apart, 2 GPUs, dropped after a wait over 50 ms",
      streams: 24, phase: .staggered(step: .nanoseconds(1_388_007)), gpus: 2,
      maxWait: .milliseconds(50),
      exact: [5182, 2018, 650, 73_119_941, 79_846_646, 80_781_312, 80_961_297]),
  ]
  private static let figures = [
    "served", "dropped", "batches", "p50, ns", "p95, ns", "p99, ns", "maximum, ns",
  ]

  /// Figures that are not the exact ones.
  private(set) var wrong: [String] = []

  mutating func table() throws -> String {
    var table = MarkdownTable("case", "figure", "exact", "simulated", "equal")
    for one in Self.cases {
      let found = try Self.simulated(one)
      for (index, figure) in Self.figures.enumerated() {
        let isEqual = found[index] == one.exact[index]
        if !isEqual { wrong.append("\(one.name): \(figure)") }
        table.add(
          one.name, figure, String(one.exact[index]), String(found[index]),
          isEqual ? "yes" : "no")
      }
    }
    return table.text
  }

  private static func simulated(_ one: Case) throws -> [Int64] {
    let population = Population(
      name: "streams",
      kind: .stream(
        StreamDemand(
          period: .nanoseconds(33_333_333), duration: .constant(9.999), phase: one.phase)),
      arrivals: .instants(Array(repeating: .zero, count: one.streams)), deadline: .seconds(1))
    let architecture = Plain.architecture(
      .affine(base: 0.015, perItem: 0.002), batching: Batching(max: 8),
      queue: Queue(maxWait: one.maxWait), servers: one.gpus)
    let scenario = Scenario(
      name: "streams", clock: Clock(measure: .seconds(11), interval: .seconds(1)),
      populations: [population], architectures: [architecture])
    let simulator = Simulator(scenario, architecture: architecture)
    guard let (result, latencies) = try simulator.runExactly(replication: 0) else { return [] }
    let sorted = latencies.sorted()
    let outcomes = result.populations[0].outcomes
    let quantiles = [0.5, 0.95, 0.99].map { sorted[Int($0 * Double(sorted.count))] }
    return [
      outcomes[.served], outcomes[.dropped], result.timeline.reduce(0) { $0 + $1.batches },
    ] + quantiles + [sorted[sorted.count - 1]]
  }
}
