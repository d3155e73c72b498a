import Capacity
import Kernel

/// A serverless pool with all that sends to it: a data plane of its own, advanced lazily.
///
/// It is an island as a `Station` is: nothing outside changes between two calls of `advance`. At
/// one instant starts and departures come before expiries, and those before arrivals; among equals
/// the lowest place.
///
/// Places of sources, instances and calls are handed out here and kept, so they are below the
/// counts of their slabs for good.
struct FunctionPool: ~Copyable {
  let plan: DataPlan
  let rules: FunctionPlan
  let random: RandomSource
  /// Tells the pool's random numbers apart from other pools'.
  let group: Int
  var sources: Slab<FrameSource>
  var requests: [RequestSource] = []
  /// What clients are about to send again.
  var retries = RetryQueue()
  /// When each source's pending request arrives.
  var arrivals = MinTree(capacity: 1)
  /// By population, what decides how long its requests take.
  var lucks: Slab<RandomStream>
  var instances = Slab<FunctionInstance>(repeating: FunctionInstance(), count: 0)
  /// Places without an instance.
  var vacant = Slab<Int32>(repeating: 0, count: 0)
  var created: Int64 = 0
  /// `concurrency` places for each instance.
  var calls = Slab<FunctionCall>(repeating: FunctionCall(), count: 0)
  /// When each call begins service or departs.
  var turns = MinTree(capacity: 1)
  /// Instances that take one more request, the one to take first: a rank in the place of an instant.
  var open = MinTree(capacity: 1)
  /// The instances longest and shortest idle of those that expire; -1 for none.
  var longestIdle: Int32 = -1
  var shortestIdle: Int32 = -1
  /// When the one longest idle expires.
  var nextExpiry: Int64 = .max
  var meter: FunctionMeter
  /// Lives that ended within the measured span, and from `close` on all others.
  var lives = Slab<FunctionLife>(repeating: FunctionLife(), count: 0)
  var isClosed = false
  /// The service curve of requests that begin from now on.
  var curve = 0
  /// Whether every request is turned away.
  var isRefusing = false
  /// Requests captured within the measured span that met a cold start, and instances started in it.
  var coldRequests: Int64 = 0
  var coldStarts = 0

  init(
    plan: DataPlan, rules: FunctionPlan, random: RandomSource, group: Int,
    populationGroups: [Int], beginning: Int64
  ) {
    self.plan = plan
    self.rules = rules
    self.random = random
    self.group = group
    let silence = random.stream(.jitter, group: 0, entity: 0)
    sources = Slab(
      repeating: FrameSource(
        kind: .requests, population: 0, owner: 0, firstCapture: .max, end: 0, jitter: silence,
        network: silence), count: 0)
    lucks = Slab(populationGroups.map { random.stream(.service, group: $0, entity: 0) })
    meter = FunctionMeter(now: beginning)
    for _ in 0..<rules.layer.provisioned { provision(at: beginning) }
  }

  /// Lets everything happen that happens before `horizon`.
  mutating func advance(to horizon: Int64, _ tally: inout Tally) {
    // Between two turns every instant before the earliest of the three is settled.
    while true {
      let turn = turns.earliest
      let due = arrivals.earliest
      let next = min(turn, nextExpiry, due)
      if next >= horizon { break }
      meter.accrue(to: next)
      if turn == next {
        follow(turns.earliestIndex, at: next, &tally)
      } else if nextExpiry == next {
        expire(Int(longestIdle), at: next)
      } else {
        admit(takeRequest(from: arrivals.earliestIndex, at: next), at: next, &tally)
      }
    }
    if horizon != .max { meter.accrue(to: horizon) }
  }

  /// Begins the measured span.
  mutating func startMeasuring() {
    meter.startMeasuring()
    coldStarts = 0
  }

  /// Ends the measured span: instances that are there have lived up to now, and no life is noted
  /// any more.
  mutating func close(at end: Int64) {
    for place in 0..<instances.count where instances[place].number >= 0 {
      lives.append(life(of: place, at: end))
    }
    isClosed = true
  }

  /// An instance's life so far.
  private func life(of place: Int, at instant: Int64) -> FunctionLife {
    var life = instances[place].life
    for call in callRange(of: place) where calls[call].phase == .running {
      life.busy += instant - max(calls[call].startedAt, 0)
    }
    return life
  }

  /// The lives of all instances within the measured span so far, in order of launch.
  func allLives(at instant: Int64) -> [FunctionLife] {
    let all = endedLives(from: 0) + (isClosed ? [] : presentLives(at: instant))
    return all.sorted { $0.number < $1.number }
  }

  /// The lives that have ended, but not the first so many of them, in the order of their ends.
  func endedLives(from first: Int) -> [FunctionLife] { (first..<lives.count).map { lives[$0] } }

  /// The lives that have not ended.
  func presentLives(at instant: Int64) -> [FunctionLife] {
    (0..<instances.count).filter { instances[$0].number >= 0 }.map { life(of: $0, at: instant) }
  }

  /// The calls of an instance.
  @inline(__always)
  func callRange(of place: Int) -> Range<Int> {
    place &* rules.concurrency..<(place &* rules.concurrency &+ rules.concurrency)
  }
}

/// A class around a serverless pool, so that a replication can hold one or none.
final class FunctionPoolBox {
  var pool: FunctionPool

  init(_ pool: consuming FunctionPool) { self.pool = pool }
}
