import Capacity
import Kernel
import Statistics

/// Everything that a replication counts frame by frame, in one block of integers.
struct Tally: ~Copyable {
  /// Frames captured within the measured span, by population.
  private(set) var offered: Slab<Int64>
  /// How they ended: population-major, in the order of `Outcome`.
  private(set) var outcomes: Slab<Int64>
  /// Latency buckets of answered frames: population-major, then total, network, queue, service.
  private(set) var buckets: Slab<Int64>
  /// The sums of the recorded latencies in nanoseconds, as two words each.
  private var sums: Slab<(low: UInt64, high: UInt64)>
  /// Batches dispatched within the measured span, the frames in them, and those beyond the curve.
  private(set) var batches: Int64 = 0
  private(set) var batchedFrames: Int64 = 0
  private(set) var batchesBeyondCurve: Int64 = 0
  /// Total latencies one by one, when asked for.
  private(set) var exactLatencies: Slab<Int64>
  private let keepsExactLatencies: Bool
  private let end: Int64

  private static let parts = 4
  private static let outcomeCount = Outcome.allCases.count

  init(populations: Int, end: Int64, keepsExactLatencies: Bool) {
    offered = Slab(repeating: 0, count: populations)
    outcomes = Slab(repeating: 0, count: populations * Self.outcomeCount)
    buckets = Slab(repeating: 0, count: populations * Self.parts * Histogram.bucketCount)
    sums = Slab(repeating: (0, 0), count: populations * Self.parts)
    exactLatencies = Slab(repeating: 0, count: 0)
    self.keepsExactLatencies = keepsExactLatencies
    self.end = end
  }

  /// Counts a frame that reaches the service.
  @inline(__always)
  mutating func offer(_ frame: Frame) {
    if frame.isCounted { offered[Int(frame.population)] &+= 1 }
  }

  /// Counts a frame that ends without an answer.
  mutating func lose(_ frame: Frame, as outcome: Outcome) {
    guard frame.isCounted else { return }
    outcomes[Int(frame.population) * Self.outcomeCount + outcome.rawValue] &+= 1
  }

  /// Counts a frame answered after `wait` in a queue and `service` in a batch.
  @inline(__always)
  mutating func answer(_ frame: Frame, wait: Int64, service: Int64, deadline: Int64) {
    guard frame.isCounted else { return }
    let population = Int(frame.population)
    let total = wait &+ service &+ frame.network
    let outcome = total > deadline ? Outcome.late.rawValue : Outcome.served.rawValue
    outcomes[population &* Self.outcomeCount &+ outcome] &+= 1
    record(total, 1, row: population &* Self.parts)
    if frame.network > 0 { record(frame.network, 1, row: population &* Self.parts &+ 1) }
    record(wait, 1, row: population &* Self.parts &+ 2)
    if keepsExactLatencies { exactLatencies.append(total) }
  }

  /// Counts the time in a batch of `frames` frames that are counted, all of one population.
  @inline(__always)
  mutating func answer(_ frames: Int64, service: Int64, population: Int) {
    record(service, frames, row: population &* Self.parts &+ 3)
  }

  @inline(__always)
  private mutating func record(_ nanoseconds: Int64, _ times: Int64, row: Int) {
    let bucket = Histogram.bucket(of: SimDuration(nanoseconds: nanoseconds))
    buckets[row &* Histogram.bucketCount &+ bucket] &+= times
    let (low, carry) = sums[row].low.addingReportingOverflow(
      UInt64(bitPattern: nanoseconds &* times))
    sums[row].low = low
    if carry { sums[row].high &+= 1 }
  }

  /// Counts a batch dispatched at `now`.
  @inline(__always)
  mutating func dispatch(frames: Int, at now: Int64, measuredUpTo: Int) {
    guard now >= 0, now < end else { return }
    batches &+= 1
    batchedFrames &+= Int64(frames)
    if frames > measuredUpTo { batchesBeyondCurve &+= 1 }
  }

  /// How a population's frames ended so far.
  func outcomes(ofPopulation population: Int) -> OutcomeCounts {
    var counts = OutcomeCounts()
    for outcome in Outcome.allCases {
      counts[outcome] = outcomes[population * Self.outcomeCount + outcome.rawValue]
    }
    return counts
  }

  /// The latencies of a population's answered frames.
  func latency(ofPopulation population: Int) -> LatencyParts {
    var latency = LatencyParts()
    latency.total = histogram(row: population * Self.parts)
    latency.queue = histogram(row: population * Self.parts + 2)
    latency.service = histogram(row: population * Self.parts + 3)
    latency.network = histogram(row: population * Self.parts + 1)
    // Frames without a network are not recorded one by one.
    latency.network.record(.zero, times: latency.total.total - latency.network.total)
    return latency
  }

  private func histogram(row: Int) -> Histogram {
    let first = row * Histogram.bucketCount
    var counts = [Int64](repeating: 0, count: Histogram.bucketCount)
    for bucket in counts.indices { counts[bucket] = buckets[first + bucket] }
    return Histogram(counts: counts, sumOfNanoseconds: sums[row])
  }
}
