import Capacity
import Kernel
import Statistics

/// Everything that a replication counts frame by frame, in one block of integers.
struct Tally: ~Copyable {
  /// Frames captured within the measured span, by population.
  private(set) var offered: Slab<Int64>
  /// How often those were sent again, by population.
  private(set) var retries: Slab<Int64>
  /// How they ended: population-major, in the order of `Outcome`.
  private(set) var outcomes: Slab<Int64>
  /// Latency buckets of answered frames: population-major, then total, network, queue, service.
  private(set) var buckets: Slab<Int64>
  /// The sums of the recorded latencies in nanoseconds, as two words each; a total's is the sum
  /// of its parts' and not kept.
  private var sums: Slab<(low: UInt64, high: UInt64)>
  /// Lane time in nanoseconds of the batches that were counted, as two words each: pool-major,
  /// then population. Kept when there are several populations to tell apart.
  private var used: Slab<(low: UInt64, high: UInt64)>
  private let populations: Int
  /// Batches dispatched within the measured span, the frames in them, and those beyond the curve.
  private(set) var batches: Int64 = 0
  private(set) var batchedFrames: Int64 = 0
  private(set) var batchesBeyondCurve: Int64 = 0
  /// Frames that reached the service, whenever captured.
  private(set) var arrived: Int64 = 0
  /// Frames that began service, whenever captured, and their waits; kept when asked for.
  private(set) var dispatched: Int64 = 0
  private(set) var waited: Int128 = 0
  /// Total latencies one by one, when asked for.
  private(set) var exactLatencies: Slab<Int64>
  private let keepsExactLatencies: Bool
  private let end: Int64

  private static let parts = 4
  private static let outcomeCount = Outcome.allCases.count

  init(populations: Int, pools: Int, end: Int64, keepsExactLatencies: Bool) {
    self.populations = populations
    used = Slab(repeating: (0, 0), count: pools * populations)
    offered = Slab(repeating: 0, count: populations)
    retries = Slab(repeating: 0, count: populations)
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
    arrived &+= 1
    offered[proven: Int(frame.population)] &+= frame.isOffered ? 1 : 0
  }

  /// Counts a frame that is sent again.
  mutating func retry(_ frame: Frame) {
    guard frame.isCounted else { return }
    retries[Int(frame.population)] &+= 1
  }

  /// Counts a frame that ends without an answer.
  mutating func lose(_ frame: Frame, as outcome: Outcome) {
    guard frame.isCounted else { return }
    outcomes[Int(frame.population) * Self.outcomeCount + outcome.rawValue] &+= 1
  }

  /// Frames of one population answered in one batch, added up before they are counted.
  struct Answers: BitwiseCopyable {
    var frames: Int64 = 0
    var late: Int64 = 0
    var waits: Int64 = 0
    var networks: Int64 = 0
  }

  /// Counts a frame answered after `wait` in a queue and `service` in a batch, but for what is
  /// left to `answers`.
  @inline(__always)
  mutating func answer(
    _ frame: Frame, wait: Int64, service: Int64, deadline: Int64, _ answers: inout Answers
  ) {
    guard frame.isCounted else { return }
    let first = Int(frame.population) &* Self.parts
    let total = wait &+ service &+ frame.network
    answers.frames &+= 1
    answers.late &+= total > deadline ? 1 : 0
    answers.waits &+= wait
    hit(total, 1, row: first)
    hit(wait, 1, row: first &+ 2)
    if frame.network > 0 {
      answers.networks &+= frame.network
      hit(frame.network, 1, row: first &+ 1)
    }
    if keepsExactLatencies { exactLatencies.append(total) }
  }

  /// Counts what a batch that took `service` has left to count.
  @inline(__always)
  mutating func add(_ answers: Answers, service: Int64, population: Int) {
    guard answers.frames > 0 else { return }
    let first = population &* Self.outcomeCount
    outcomes[proven: first &+ Outcome.late.rawValue] &+= answers.late
    outcomes[proven: first &+ Outcome.served.rawValue] &+= answers.frames &- answers.late
    let row = population &* Self.parts
    hit(service, answers.frames, row: row &+ 3)
    add(answers.networks, row: row &+ 1)
    add(answers.waits, row: row &+ 2)
    add(service &* answers.frames, row: row &+ 3)
  }

  /// The population is one of the plan's, and a bucket is below the number of buckets.
  @inline(__always)
  private mutating func hit(_ nanoseconds: Int64, _ times: Int64, row: Int) {
    let bucket = Histogram.bucket(of: SimDuration(nanoseconds: nanoseconds))
    buckets[proven: row &* Histogram.bucketCount &+ bucket] &+= times
  }

  @inline(__always)
  private mutating func add(_ nanoseconds: Int64, row: Int) {
    let (low, carry) = sums[proven: row].low.addingReportingOverflow(
      UInt64(bitPattern: nanoseconds))
    sums[proven: row].low = low
    sums[proven: row].high &+= carry ? 1 : 0
  }

  /// Whether lane time is told apart by population.
  var attributesUse: Bool {
    @inline(__always) get { populations > 1 }
  }

  /// Counts lane time that a batch which began at `start` in a pool spent on a population; only
  /// batches that begin within the measured span count.
  mutating func use(_ nanoseconds: Int64, by population: Int, pool: Int, from start: Int64) {
    guard start >= 0, start < end else { return }
    let place = pool * populations + population
    let (low, carry) = used[place].low.addingReportingOverflow(UInt64(bitPattern: nanoseconds))
    used[place] = (low, used[place].high &+ (carry ? 1 : 0))
  }

  /// The lane time of a pool that each population used, in nanoseconds.
  func use(ofPool pool: Int) -> [Int128] {
    (0..<populations).map { population in
      let sum = used[pool * populations + population]
      return Int128(sum.high) << 64 | Int128(sum.low)
    }
  }

  /// Counts a batch dispatched at `now`.
  @inline(__always)
  mutating func dispatch(frames: Int, at now: Int64, measuredUpTo: Int) {
    guard now >= 0, now < end else { return }
    batches &+= 1
    batchedFrames &+= Int64(frames)
    if frames > measuredUpTo { batchesBeyondCurve &+= 1 }
  }

  /// Notes the waits of frames that begin service.
  mutating func note(waits: Int64, of frames: Int) {
    dispatched += Int64(frames)
    waited += Int128(waits)
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
    let row = population * Self.parts
    var sum = sums[row + 1]
    for part in 2...3 {
      let (low, carry) = sum.low.addingReportingOverflow(sums[row + part].low)
      sum = (low, sum.high + sums[row + part].high + (carry ? 1 : 0))
    }
    latency.total = histogram(row: row, sum: sum)
    latency.queue = histogram(row: row + 2, sum: sums[row + 2])
    latency.service = histogram(row: row + 3, sum: sums[row + 3])
    latency.network = histogram(row: row + 1, sum: sums[row + 1])
    // Frames without a network are not recorded one by one.
    latency.network.record(.zero, times: latency.total.total - latency.network.total)
    return latency
  }

  /// Writes the counts of all populations' total latencies into `counts`, a count for each bucket.
  func copyTotals(into counts: inout [Int64]) {
    for bucket in counts.indices { counts[bucket] = buckets[bucket] }
    for population in 1..<max(populations, 1) {
      let first = population * Self.parts * Histogram.bucketCount
      for bucket in counts.indices { counts[bucket] &+= buckets[first + bucket] }
    }
  }

  private func histogram(row: Int, sum: (low: UInt64, high: UInt64)) -> Histogram {
    let first = row * Histogram.bucketCount
    var counts = [Int64](repeating: 0, count: Histogram.bucketCount)
    for bucket in counts.indices { counts[bucket] = buckets[first + bucket] }
    return Histogram(counts: counts, sumOfNanoseconds: sum)
  }
}
