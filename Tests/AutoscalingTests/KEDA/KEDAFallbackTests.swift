import Autoscaling
import Testing

struct KEDAFallbackTests {
  private func read(_ fallback: KEDAFallback, target: Double, ready: Int = 0) -> Double? {
    var failures = 9
    return KEDAFallback.read(
      nil,
      of: KEDATrigger(target: target, targetType: ready > 0 ? .value : .averageValue),
      failures: &failures, fallback: fallback, currentReplicas: 4, readyReplicas: ready
    ).metric
  }

  @Test(arguments: zip(KEDAFallback.Behavior.allCases, [6.0, 4, 6, 4]))
  func `the behaviour chooses the replicas`(
    _ behavior: KEDAFallback.Behavior, _ replicas: Double
  ) {
    let fallback = KEDAFallback(failureThreshold: 3, replicas: 6, behavior: behavior)
    #expect(read(fallback, target: 2) == 2 * replicas)
  }

  @Test func `the metric is cut to thousandths`() {
    let fallback = KEDAFallback(failureThreshold: 3, replicas: 10)
    #expect(read(fallback, target: 10, ready: 3) == 33.333)
  }

  @Test func `a fallback that makes no sense is none`() {
    var failures = 5
    let reading = KEDAFallback.read(
      nil, of: KEDATrigger(target: 1), failures: &failures,
      fallback: KEDAFallback(failureThreshold: -1, replicas: 3), currentReplicas: 1,
      readyReplicas: 1)
    #expect(reading.metric == nil)
    #expect(failures == 5)
  }
}
