import Autoscaling
import Testing

struct RayRequestTotalTests {
  static func total(
    _ sources: [[(Double, Double)]], at now: Double, by way: RayRequestTotal.Aggregation = .mean
  ) -> Double {
    var total = RayRequestTotal()
    let points = sources.map { $0.map { RayRequestTotal.Point(seconds: $0.0, requests: $0.1) } }
    return total.total(of: points, at: now, by: way)
  }

  @Test func `without reports there are no requests`() {
    #expect(Self.total([], at: 10) == 0)
    #expect(Self.total([[], []], at: 10) == 0)
    #expect(Self.total([[(0, 0)], [(1, 0)]], at: 10) == 0)
  }

  @Test func `the window begins when every source has reported`() {
    // From 20 s: 4 + 6, whatever the first one had before.
    #expect(Self.total([[(0, 1), (10, 4)], [(20, 6)]], at: 30) == 10)
    #expect(Self.total([[(0, 1), (10, 4)], [(20, 6)]], at: 30, by: .min) == 10)
  }

  @Test func `a source without reports is none`() {
    #expect(Self.total([[(0, 1), (10, 4)], []], at: 20) == 2.5)
  }

  @Test func `reports within ten milliseconds are one`() {
    // 2.004 s and 2.001 s are both 2.00 s: the total of 7 there is never seen alone.
    let sources = [[(0.0, 1.0), (2.001, 5)], [(0.0, 2.0), (2.004, 0)]]
    #expect(Self.total(sources, at: 4, by: .max) == 5)
    #expect(Self.total(sources, at: 4) == 4)
  }
}
