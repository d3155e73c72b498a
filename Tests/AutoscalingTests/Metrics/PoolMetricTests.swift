import Autoscaling
import Testing

@Suite struct PoolMetricTests {
  @Test func `totals are divided among replicas, shares and waits are not`() {
    #expect(
      PoolMetric.allCases.filter(\.isTotal)
        == [.concurrency, .arrivalRate, .queueLength, .streams])
    #expect(PoolMetric.allCases.filter { !$0.isTotal } == [.gpuUtilization, .queueWait])
  }

  @Test func `names are those of scenario files and observations`() {
    #expect(
      PoolMetric.allCases.map(\.rawValue) == [
        "gpu_utilization", "concurrency", "arrival_rate", "queue_length", "queue_wait", "streams",
      ])
  }
}
