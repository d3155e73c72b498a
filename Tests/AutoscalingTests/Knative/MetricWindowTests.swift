import Autoscaling
import Kernel
import Testing

struct MetricWindowTests {
  private func second(_ n: Int64) -> SimTime { .zero + .seconds(n) }

  /// A window of 5 s with 1 … 5 in its buckets.
  private func full(_ averaging: MetricWindow.Averaging = .linear) -> MetricWindow {
    var window = MetricWindow(span: .seconds(5), averaging: averaging)
    for n in 0..<5 { window.record(Double(n + 1), at: second(Int64(n))) }
    return window
  }

  @Test func `a window that is not full is averaged over the buckets since the first value`() {
    var window = MetricWindow(span: .seconds(60))
    window.record(30, at: second(0))
    #expect(window.average(at: second(0)) == 30)
    window.record(60, at: second(2))
    #expect(window.average(at: second(2)) == 30)
  }

  @Test func `buckets after the last value are left out of a linear average`() {
    let window = full()
    #expect(window.average(at: second(4)) == 3)
    #expect(window.average(at: second(6)) == 4)
    #expect(window.average(at: second(10)) == 0)
  }

  @Test func `a look back sees the whole window`() {
    #expect(full().average(at: .zero + .milliseconds(3600)) == 3)
  }

  @Test func `a value exactly a window ago makes it not empty though it is no part of the sum`() {
    let window = full()
    #expect(!window.isEmpty(at: second(9)))
    #expect(window.sum(at: second(9)) == 0)
    #expect(window.isEmpty(at: second(10)))
  }

  @Test func `values of one bucket add up`() {
    var window = MetricWindow(span: .seconds(5))
    window.record(1, at: .zero + .milliseconds(100))
    window.record(2, at: .zero + .milliseconds(900))
    #expect(window.average(at: second(0)) == 3)
  }

  @Test func `a value from before the window is ignored`() {
    var window = full()
    window.record(100, at: second(-1))
    #expect(window.sum(at: second(4)) == 15)
    window.record(10, at: second(0))
    #expect(window.sum(at: second(4)) == 25)
  }

  @Test func `after a whole window of silence it starts anew`() {
    var window = full()
    window.record(8, at: second(9))
    #expect(window.average(at: second(9)) == 8)
  }

  @Test func `warm-up before zero is like any other time`() {
    var window = MetricWindow(span: .seconds(3))
    for n in -4..<1 { window.record(Double(n), at: second(Int64(n))) }
    #expect(window.average(at: second(0)) == -1)
    #expect(window.average(at: .zero - .milliseconds(1)) == -1)
  }

  @Test func `a weighted average leans on the newest and fades in silence`() {
    var window = MetricWindow(span: .seconds(5), averaging: .weightedExponential)
    let weight = MetricWindow.smoothingCoefficient(buckets: 5)
    window.record(2, at: second(0))
    #expect(window.average(at: second(0)) == 2 * weight)
    #expect(abs(window.average(at: second(1)) - 2 * weight * (1 - weight)) < 1e-12)
    #expect(window.average(at: second(6)) == 0)
    #expect(full(.weightedExponential).average(at: second(4)) > 4)
  }

  @Test func `a window that was silent forgets all when it is resized`() {
    var window = full()
    window.resize(to: .seconds(8), at: second(20))
    #expect(window.average(at: second(6)) == 0)
    window.record(6, at: second(21))
    #expect(window.average(at: second(21)) == 6)
  }
}
