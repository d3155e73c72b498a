import Autoscaling
import Kernel
import Testing

/// A pool whose pods start at once, watched second by second.
private struct Pool {
  var autoscaler: KnativePodAutoscaler
  var wanted: Int
  var changes: [String] = []

  init(wanted: Int, _ change: (inout KnativePodAutoscaler.Settings) -> Void = { _ in }) {
    var settings = KnativePodAutoscaler.Settings()
    change(&settings)
    autoscaler = KnativePodAutoscaler(settings)
    self.wanted = wanted
  }

  mutating func decide(at time: SimTime, ready: Int? = nil) {
    let seen = PoolObservation(wanted: wanted, ready: ready ?? wanted, metrics: [])
    let decision = autoscaler.decide(seen, at: time)
    if decision.replicas != wanted {
      changes.append("\(time.seconds): \(wanted) to \(decision.replicas), \(decision.reason.words)")
    }
    wanted = decision.replicas
  }

  mutating func run(_ seconds: ClosedRange<Int64>, load: Double?, ready: Int? = nil) {
    for second in seconds {
      let now = SimTime.zero + .seconds(second)
      autoscaler.take(MetricSample(metric: 0, time: now, value: load))
      if second % 2 == 0 { decide(at: now, ready: ready) }
    }
  }
}

struct KnativePodAutoscalerTests {
  @Test func `an idle revision goes to zero after its stable window, at once behind an activator`()
  {
    var pool = Pool(wanted: 1)
    pool.run(0...120, load: 0)
    #expect(pool.changes == ["62.0: 1 to 0, scaled to zero"])
    #expect(pool.autoscaler.phase == .inactive)
  }

  @Test func `one that was served directly waits for the activator's grace period`() {
    var pool = Pool(wanted: 1) { $0.scaler.targetBurstCapacity = 0 }
    pool.run(0...120, load: 0)
    #expect(pool.changes == ["90.0: 1 to 0, scaled to zero"])
  }

  @Test func `the last pod is retained`() {
    var pool = Pool(wanted: 1) { $0.scaler.podRetention = .seconds(100) }
    pool.run(0...200, load: 0)
    #expect(pool.changes == ["160.0: 1 to 0, scaled to zero"])
  }

  @Test func `a revision that may not go to zero keeps one pod`() {
    var pool = Pool(wanted: 4) { $0.scaler.scalesToZero = false }
    pool.run(0...300, load: 0)
    #expect(pool.wanted == 1)
  }

  @Test func `a request at an empty pool brings a pod between two ticks`() {
    var pool = Pool(wanted: 1)
    pool.run(0...120, load: 0)
    let now = SimTime.zero + .milliseconds(120_700)
    pool.autoscaler.take(MetricSample(metric: 0, time: now, value: 1))
    pool.decide(at: now)
    #expect(pool.changes.last == "120.7: 0 to 1, stable window")
    #expect(pool.autoscaler.phase == .activating)
    #expect(pool.autoscaler.isCalledByRequests)
  }

  @Test func `a revision that is starting is not taken down while its deadline lasts`() {
    var pool = Pool(wanted: 1)
    pool.run(0...630, load: 0, ready: 0)
    #expect(pool.wanted == 1)
    pool.run(631...640, load: 0, ready: 0)
    #expect(pool.changes == ["632.0: 1 to 0, activation timed out"])
  }

  @Test func `the initial scale holds until it was reached once`() {
    var pool = Pool(wanted: 0) { $0.scaler.initialScale = 3 }
    pool.run(0...10, load: 1, ready: 0)
    #expect(pool.changes == ["0.0: 0 to 3, initial scale"])
    pool.run(11...20, load: 1)
    #expect(pool.wanted == 1)
  }

  @Test func `bounds hold`() {
    var pool = Pool(wanted: 1) { settings in
      settings.scaler.minScale = 2
      settings.scaler.maxScale = 5
    }
    pool.run(0...4, load: 1)
    #expect(pool.wanted == 2)
    pool.run(5...10, load: 10_000)
    #expect(pool.wanted == 5)
  }

  @Test func `a spike is followed in the panic window and left in the stable one`() {
    var pool = Pool(wanted: 1)
    pool.run(0...60, load: 50)
    pool.run(61...70, load: 700)
    #expect(pool.wanted == 10)
    #expect(pool.autoscaler.isPanicking)
    pool.run(71...300, load: 50)
    #expect(pool.wanted == 1)
    #expect(!pool.autoscaler.isPanicking)
  }

  @Test func `scrapes that fail keep the scale`() {
    var pool = Pool(wanted: 3)
    pool.run(0...80, load: 200)
    pool.run(81...400, load: nil)
    #expect(pool.wanted == 3)
    #expect(pool.changes.isEmpty)
  }

  @Test func `requests each second have a target of their own`() {
    var pool = Pool(wanted: 1) { $0.target.metric = .rps }
    pool.run(0...60, load: 280)
    #expect(pool.wanted == 2)
  }

  @Test func `samples of other metrics are not watched`() {
    var pool = Pool(wanted: 2)
    pool.autoscaler.take(MetricSample(metric: 1, time: .zero, value: 5000))
    pool.decide(at: .zero)
    #expect(pool.changes.isEmpty)
  }
}
