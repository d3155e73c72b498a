import Autoscaling
import Kernel
import Testing

struct KarpenterBatcherTests {
  @Test func `a steady stream of pods is cut at the longest window`() {
    var batcher = KarpenterBatcher()
    var windows: [KarpenterBatcher.Window] = []
    // A pod each half second from 0 s to 14.5 s.
    for pod in 0..<30 {
      let now = SimTime.zero + .milliseconds(500) * Int64(pod)
      while let window = batcher.close(at: now) { windows.append(window) }
      batcher.trigger(pod: pod, at: now)
    }
    while let window = batcher.close(at: .never) { windows.append(window) }
    #expect(windows.map(\.opened.seconds) == [0, 10])
    #expect(windows.map(\.closed.seconds) == [10, 15.5])
    #expect(windows.map(\.pods) == [20, 10])
  }

  @Test func `the same pod does not extend a window but opens the next`() {
    var batcher = KarpenterBatcher()
    for tenths in [0, 4, 8] as [Int64] {
      batcher.trigger(pod: 7, at: .zero + .milliseconds(100 * tenths))
    }
    #expect(batcher.closes == .zero + .seconds(1))
    #expect(batcher.close(at: .zero + .seconds(1))?.pods == 1)
    #expect(batcher.close(at: .never) == nil)
    batcher.trigger(pod: 7, at: .zero + .seconds(1))
    #expect(batcher.closes == .zero + .seconds(2))
  }
}
