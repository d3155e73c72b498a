import Capacity
import Kernel

/// What the control plane adds up over the measured span.
struct Recorder {
  private(set) var rows: [TimelineRow] = []
  private(set) var users = 0
  private(set) var maxUsers = 0
  private(set) var maxInstances = 0
  private(set) var coldStarts = 0
  private(set) var userArea: Int128 = 0
  /// Stream sessions present, and their time within the measured span, by population.
  private var streams: [Int] = []
  private(set) var streamAreas: [Int128] = []
  /// What the machines of each pool came to by interval, without what billing rules add; by these
  /// compute is spread over time.
  private(set) var computeCosts: [[Money]] = []
  private(set) var timeAtMaximum = SimDuration.zero
  private(set) var timeOnFallback = SimDuration.zero
  /// User-nanoseconds since the interval began.
  private var userAreaOfInterval: Int128 = 0
  /// Lane-nanoseconds of instances that could serve, by pool, from the beginning.
  private var servingAreas: [Int128] = []
  private(set) var intervalStart = SimTime.zero
  /// Totals at the interval's start.
  private var busyBefore: Int128 = 0
  private var lanesBefore: Int128 = 0
  private var offeredBefore: Int64 = 0
  private var outcomesBefore = OutcomeCounts()
  private var batchesBefore: Int64 = 0
  private var latencies = IntervalLatencies()
  /// Totals at the start of the measured span.
  private(set) var busyAtZero: Int128 = 0
  private(set) var lanesAtZero: Int128 = 0

  /// Lets `length` pass with everything as it is.
  mutating func accrue(_ length: SimDuration, pools: [PoolState], isMeasured: Bool) {
    if servingAreas.isEmpty { servingAreas = pools.map { _ in 0 } }
    for (index, pool) in pools.enumerated() {
      let serving = Int128(pool.ready + pool.draining - pool.stopped)
      servingAreas[index] += serving * Int128(pool.lanesPerInstance) * Int128(length.nanoseconds)
    }
    guard isMeasured else { return }
    let area = Int128(users) * Int128(length.nanoseconds)
    userAreaOfInterval += area
    userArea += area
    for population in streams.indices {
      streamAreas[population] += Int128(streams[population]) * Int128(length.nanoseconds)
    }
  }

  /// Adds lane-nanoseconds of instances that the control plane does not count itself.
  mutating func addServing(_ area: Int128, ofPool pool: Int) {
    if !servingAreas.isEmpty { servingAreas[pool] += area }
  }

  func servingArea(ofPool pool: Int) -> Int128 {
    servingAreas.isEmpty ? 0 : servingAreas[pool]
  }

  var servingArea: Int128 { servingAreas.reduce(0, +) }

  mutating func changeUsers(by change: Int) {
    users += change
    maxUsers = max(maxUsers, users)
  }

  mutating func changeStreams(of population: Int, by change: Int) {
    while streams.count <= population {
      streams.append(0)
      streamAreas.append(0)
    }
    streams[population] += change
  }

  mutating func noteInstances(_ billed: Int) {
    maxInstances = max(maxInstances, billed)
  }

  mutating func countColdStart(at now: SimTime) {
    if now >= .zero { coldStarts += 1 }
  }

  /// Counts time in which at least one autoscaler wanted more than its pool may have.
  mutating func addTimeAtMaximum(_ length: SimDuration) { timeAtMaximum += length }

  /// Counts time in which on-demand instances stand in for spot in at least one pool.
  mutating func addTimeOnFallback(_ length: SimDuration) { timeOnFallback += length }

  /// Begins the measured span.
  mutating func startMeasuring(busy: Int128, billed: Int) {
    maxUsers = users
    maxInstances = billed
    busyAtZero = busy
    busyBefore = busy
    lanesAtZero = servingArea
    lanesBefore = servingArea
  }

  /// Closes the interval that ends now.
  mutating func close(
    at now: SimTime, pools: [PoolState], busy: Int128, waiting: Int, offered: Int64,
    outcomes: OutcomeCounts, _ tally: borrowing Tally
  ) {
    let batches = tally.batches
    let length = now - intervalStart
    let span = Double(length.nanoseconds)
    let lanes = servingArea - lanesBefore
    func mean(_ area: (PoolState) -> Int128) -> Double {
      Double(pools.reduce(0) { $0 + area($1) }) / span
    }
    computeCosts.append(pools.map(Self.computeCost))
    rows.append(
      TimelineRow(
        start: intervalStart, length: length, users: Double(userAreaOfInterval) / span,
        offered: offered - offeredBefore, outcomes: outcomes - outcomesBefore,
        starting: mean(\.startingArea), ready: mean(\.readyArea), draining: mean(\.drainingArea),
        utilization: lanes > 0 ? Double(busy - busyBefore) / Double(lanes) : nil,
        waiting: Int64(waiting), batches: batches - batchesBefore, cost: .zero,
        latency: latencies.next(tally)))
    intervalStart = now
    userAreaOfInterval = 0
    busyBefore = busy
    lanesBefore = servingArea
    offeredBefore = offered
    outcomesBefore = outcomes
    batchesBefore = batches
  }

  private static func computeCost(of pool: PoolState) -> Money {
    if let charged = pool.fleet?.charged { return charged }
    let kept = charge(pool.pool.price, for: pool.warmArea)
    let whole = charge(pool.pool.price, for: pool.machineArea)
    return whole - kept + kept.share(pool.pool.warm?.price ?? 1)
  }

  /// What instance-nanoseconds cost, rounded down; many instances have more than a `SimDuration`.
  private static func charge(_ price: HourlyPrice, for area: Int128) -> Money {
    Money(nanodollars: Int64(Int128(price.nanodollarsPerHour) * area / 3_600_000_000_000))
  }

  /// Adds what ended after the measured span to its last interval.
  mutating func addRemainder(
    _ outcomes: OutcomeCounts, offered: Int64, _ tally: borrowing Tally
  ) {
    guard !rows.isEmpty else { return }
    let last = rows.count - 1
    rows[last].outcomes = rows[last].outcomes + (outcomes - outcomesBefore)
    rows[last].offered += offered - offeredBefore
    rows[last].batches += tally.batches - batchesBefore
    rows[last].latency = latencies.again(tally)
  }
}
