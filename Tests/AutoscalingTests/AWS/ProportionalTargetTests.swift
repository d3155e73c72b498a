import Autoscaling
import Testing

struct ProportionalTargetTests {
  // 3 instances at half as much again need 1.5 more, which is 2; at half they need 1.5 fewer: 1.
  @Test(arguments: [(3, 75.0, 5), (3, 25.0, 2), (10, 50.0, 10), (10, 45.0, 10), (0, 90.0, 0)])
  func `additions are rounded up and removals down`(
    current: Int, metric: Double, desired: Int
  ) {
    #expect(ProportionalTarget(50).desired(current: current, metric: metric) == desired)
  }

  @Test func `an absurd metric does not trap`() {
    #expect(ProportionalTarget(1).desired(current: 5, metric: .infinity) == 1_000_000_000)
    #expect(StepScaling.roundedChange(-1e300) == -1_000_000_000)
  }
}
