import Autoscaling
import Kernel
import Testing

@Suite struct ReplicaCalculatorTests {
  static let calculator = ReplicaCalculator(tolerance: Tolerance())

  static func pod(_ milli: Int64?, phase: Pod.Phase = .running) -> Pod {
    Pod(
      phase: phase, requestMilli: 1_000,
      sample: milli.map { Pod.Sample(milli: $0, time: .zero, window: .minutes(1)) })
  }

  @Test func `a list of pods and its sums propose the same`() throws {
    let pods = [
      Self.pod(300), Self.pod(500), Self.pod(701), Self.pod(900, phase: .pending),
      Self.pod(9_000, phase: .failed),
    ]
    let reduced = PodMetrics(pods, isCPU: false, readiness: PodReadiness(), at: .zero)
    var sums = PodMetrics(ready: 3, unready: 1, usage: 1_501)
    for target in [100, 400, 500, 2_000] as [Int64] {
      let some = try Self.calculator.propose(.average(milli: target), current: 4, pods: reduced)
      let other = try Self.calculator.propose(.average(milli: target), current: 4, pods: sums)
      #expect(some == other)
      #expect(some.usage == 500)
    }
    sums.usage = 6_000
    #expect(
      try Self.calculator.propose(.average(milli: 500), current: 4, pods: sums).replicas == 12)
  }

  @Test func `samples as large as they can be do not overflow`() throws {
    let pods = PodMetrics(
      [Self.pod(.max), Self.pod(.max)], strays: [.max], isCPU: false, readiness: PodReadiness(),
      fallbackPercent: .max, at: .zero)
    let mean = try Self.calculator.propose(.average(milli: 1), current: 2, pods: pods)
    #expect((mean.replicas, mean.usage) == (Int(Int32.max), .max))
    let share = try Self.calculator.propose(
      .utilization(percent: 1), current: 2, pods: pods)
    #expect((share.replicas, share.usage) == (Int(Int32.max), Int64(Int32.max)))
    #expect(ReplicaCalculator.sum([.max, .max, -5], isAverage: false) == .max)
    #expect(ReplicaCalculator.sum([.min, -1], isAverage: false) == .max)
  }

  @Test func `negative values add up, but for an average they read as an overflow`() {
    #expect(ReplicaCalculator.sum([3, -5, 1], isAverage: false) == -1)
    #expect(ReplicaCalculator.sum([3, -5, 9], isAverage: true) == .max)
    #expect(ReplicaCalculator.sum([3, -2], isAverage: true) == 1)
    #expect(ReplicaCalculator.sum([], isAverage: true) == nil)
  }

  @Test func `every fault has its own name`() {
    func fault(_ target: PodTarget, _ pods: [Pod], strays: [Int64] = []) -> MetricFault? {
      let sums = PodMetrics(
        pods, strays: strays, isCPU: true, readiness: PodReadiness(), at: .zero)
      do throws(MetricFault) {
        _ = try Self.calculator.propose(target, current: 2, pods: sums)
        return nil
      } catch {
        return error
      }
    }
    let share = PodTarget.utilization(percent: 50)
    var silent = Self.pod(500)
    silent.requestMilli = nil
    silent.started = .zero - .hours(1)
    var known = silent
    known.requestMilli = 1_000
    #expect(fault(share, [Self.pod(nil)]) == .noMetrics)
    #expect(fault(share, [], strays: [5]) == .noPods)
    #expect(fault(share, [Self.pod(5, phase: .pending)]) == .noReadyMetrics)
    #expect(fault(share, [silent]) == .missingRequest)
    #expect(fault(share, [Self.pod(nil)], strays: [5]) == .noMetricsForKnownPods)
    #expect(fault(share, [known]) == nil)
    #expect(fault(.average(milli: 5), [silent]) == nil)
  }

  @Test func `the band of a tolerance has both its ends`() {
    #expect(Tolerance().holds(1.1) && Tolerance().holds(0.9))
    #expect(!Tolerance().holds(1.1000001) && !Tolerance().holds(.nan))
  }
}
