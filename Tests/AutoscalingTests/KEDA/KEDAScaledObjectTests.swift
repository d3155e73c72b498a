import Autoscaling
import Kernel
import Testing

/// A pool whose replicas come at once, with a queue that somebody fills.
private struct Pool {
  var object: KEDAScaledObject
  var replicas: Int
  var changes: [String] = []

  init(replicas: Int, _ settings: KEDAScaledObject.Settings) {
    object = KEDAScaledObject(settings)
    self.replicas = replicas
  }

  mutating func run(_ seconds: ClosedRange<Int64>, queues: [Double?]) {
    for second in seconds where second % Int64(object.interval.seconds) == 0 {
      let seen = PoolObservation(wanted: replicas, ready: replicas, metrics: queues)
      let decision = object.decide(seen, at: .zero + .seconds(second))
      if decision.replicas != replicas {
        changes.append("\(second): \(replicas) to \(decision.replicas), \(decision.reason.words)")
      }
      replicas = decision.replicas
    }
  }
}

struct KEDAScaledObjectTests {
  /// Neither windows nor limits that matter here.
  private static let free = ScalingBehavior(
    up: ScalingRules(policies: [.init(.pods, 1000, per: .seconds(15))]),
    down: ScalingRules(
      stabilizationWindow: .zero, policies: [.init(.percent, 100, per: .seconds(15))]))

  private func settings(
    _ triggers: [KEDATrigger] = [KEDATrigger(target: 5)],
    _ change: (inout KEDAScaledObject.Settings) -> Void = { _ in }
  ) -> KEDAScaledObject.Settings {
    var settings = KEDAScaledObject.Settings(triggers: triggers, behavior: Self.free)
    change(&settings)
    return settings
  }

  @Test func `KEDA makes the first replica at a poll and the autoscaler the rest at its next look`()
  {
    var pool = Pool(replicas: 0, settings())
    pool.run(0...10, queues: [0])
    pool.run(11...60, queues: [23])
    #expect(pool.changes == ["30: 0 to 1, trigger active", "45: 1 to 5, DesiredWithinRange"])
  }

  @Test func `all replicas go in one step once the cooldown is over`() {
    var pool = Pool(replicas: 0, settings())
    pool.run(0...60, queues: [23])
    pool.run(61...600, queues: [0])
    #expect(pool.replicas == 0)
    #expect(pool.changes.last == "390: 1 to 0, cooldown over")
    #expect(pool.object.lastActive == .zero + .seconds(60))
  }

  @Test func `the interval is what both loops are multiples of`() {
    #expect(KEDAScaledObject(settings()).interval == .seconds(15))
    let uneven = settings { $0.pollingInterval = .seconds(40) }
    #expect(KEDAScaledObject(uneven).interval == .seconds(5))
  }

  @Test func `the largest of several triggers decides and one that fails cannot take away`() {
    let triggers = [KEDATrigger(target: 5), KEDATrigger(target: 10)]
    var pool = Pool(replicas: 2, settings(triggers))
    pool.run(0...0, queues: [12, 65])
    #expect(pool.replicas == 7)
    pool.run(15...15, queues: [nil, 20])
    #expect(pool.replicas == 7)
    pool.run(30...30, queues: [nil, 200])
    #expect(pool.replicas == 20)
    pool.run(45...45, queues: [12, 20])
    #expect(pool.replicas == 3)
  }

  @Test func `a trigger that fails too often falls back`() {
    var pool = Pool(
      replicas: 2,
      settings { $0.fallback = KEDAFallback(failureThreshold: 2, replicas: 6) })
    pool.run(0...15, queues: [nil])
    #expect(pool.replicas == 2)
    pool.run(30...30, queues: [nil])
    #expect(pool.changes == ["30: 2 to 6, DesiredWithinRange"])
  }

  @Test func `what was paused stays`() {
    var pool = Pool(replicas: 2, settings { $0.activation.isPaused = true })
    pool.run(0...300, queues: [500])
    #expect(pool.changes.isEmpty)
    var outward = Pool(replicas: 2, settings { $0.activation.pausesScaleOut = true })
    outward.run(0...300, queues: [500])
    #expect(outward.changes.isEmpty)
    var inward = Pool(
      replicas: 4,
      settings { $0.activation.pausesScaleIn = true })
    inward.run(0...900, queues: [0])
    #expect(inward.changes.isEmpty)
  }

  @Test func `the autoscaler does not know of idle replicas`() {
    var pool = Pool(
      replicas: 1,
      settings {
        $0.activation.minReplicas = 3
        $0.activation.idleReplicas = 1
      })
    pool.run(0...60, queues: [0])
    let raised = "Current number of replicas below Spec.MinReplicas"
    #expect(
      pool.changes == [
        "0: 1 to 3, \(raised)", "30: 3 to 1, cooldown over", "45: 1 to 3, \(raised)",
        "60: 3 to 1, cooldown over",
      ])
  }

  @Test func `a cached metric is that of the last poll`() {
    let trigger = KEDATrigger(target: 5, usesCachedMetrics: true)
    var pool = Pool(replicas: 1, settings([trigger]))
    pool.run(0...0, queues: [5])
    pool.run(15...15, queues: [50])
    #expect(pool.replicas == 1)
    pool.run(30...45, queues: [50])
    #expect(pool.changes == ["45: 1 to 10, DesiredWithinRange"])
  }

  @Test func `a target for the metric as it is multiplies the ready replicas`() {
    let trigger = KEDATrigger(target: 50, targetType: .value)
    var pool = Pool(replicas: 4, settings([trigger]))
    pool.run(0...0, queues: [75])
    #expect(pool.replicas == 6)
  }
}
