import Autoscaling
import Kernel
import Testing

struct KnativeDeciderTests {
  private func decider(
    readyPods: Int = 1, _ change: (inout KnativeDecider.Spec) -> Void = { _ in }
  ) -> KnativeDecider {
    var spec = KnativeDecider.Spec(
      target: 10, burstCapacity: ExcessBurstCapacity(total: 20, target: 0))
    change(&spec)
    return KnativeDecider(spec, readyPods: readyPods, at: .zero)
  }

  private func both(_ value: Double) -> KnativeAverages {
    KnativeAverages(stable: value, panic: value)
  }

  @Test func `twice the ready pods is a panic and a little less is none`() {
    var decider = decider()
    _ = decider.decide(readyPods: 5, averages: both(90), at: .zero)
    #expect(!decider.isPanicking)
    _ = decider.decide(readyPods: 5, averages: both(91), at: .zero)
    #expect(decider.isPanicking)
  }

  @Test func `a panic ends more than a stable window after the last excess`() {
    var decider = decider()
    #expect(decider.decide(readyPods: 2, averages: both(50), at: .zero).desired == 5)
    let end = SimTime.zero + .seconds(60)
    let held = decider.decide(readyPods: 5, averages: both(30), at: end)
    #expect(held.desired == 5)
    #expect(held.recommended == 3)
    #expect(held.reason.words == "no scale-down while panicking")
    let over = decider.decide(readyPods: 5, averages: both(30), at: end + .nanoseconds(1))
    #expect(over.desired == 3)
    #expect(over.reason.words == "stable window")
  }

  @Test func `rates bound what is asked for in both directions`() {
    var decider = decider { $0.maxScaleUpRate = 1.5 }
    let up = decider.decide(readyPods: 3, averages: both(1000), at: .zero)
    #expect(up.desired == 5)
    #expect(up.reason.words == "max scale-up rate")
    var calm = self.decider()
    let down = calm.decide(readyPods: 9, averages: both(10), at: .zero)
    #expect(down.desired == 4)
    #expect(down.reason.words == "max scale-down rate")
  }

  @Test func `activation scale lifts any demand but none`() {
    var decider = decider { $0.activationScale = 3 }
    #expect(decider.decide(readyPods: 0, averages: both(1), at: .zero).desired == 3)
    #expect(decider.decide(readyPods: 1, averages: both(0), at: .zero).desired == 0)
  }

  @Test func `a delay keeps the largest wish of that long`() {
    var decider = decider { $0.scaleDownDelay = .seconds(6) }
    let loads: [Double] = [40, 20, 20, 20, 20]
    let wishes = loads.enumerated().map { tick, load in
      decider.decide(
        readyPods: 3, averages: both(load), at: .zero + .seconds(2) * Int64(tick)
      ).desired
    }
    #expect(wishes == [4, 4, 4, 2, 2])
  }

  @Test func `what cannot be read changes nothing`() {
    var decider = decider()
    #expect(!decider.decide(readyPods: nil, averages: both(100), at: .zero).isValid)
    #expect(!decider.decide(readyPods: 1, averages: nil, at: .zero).isValid)
    #expect(!decider.isPanicking)
  }

  @Test func `an absurd metric asks for no more than the rate allows`() {
    var decider = decider { $0.maxScaleUpRate = 1e12 }
    let wish = decider.decide(readyPods: 1, averages: both(1e300), at: .zero)
    #expect(wish.desired == Int(Int32.max))
  }
}
