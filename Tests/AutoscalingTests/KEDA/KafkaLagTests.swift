import Autoscaling
import Testing

struct KafkaLagTests {
  @Test func `the lag is capped at what the partitions carry, past a whole threshold too much`() {
    let lag = KafkaLag(threshold: 10)
    #expect(lag.shown(total: 200, partitions: 5, partitionsWithLag: 3) == 50)
    #expect(lag.shown(total: 59, partitions: 5, partitionsWithLag: 3) == 59)
    #expect(lag.shown(total: 60, partitions: 5, partitionsWithLag: 3) == 50)
  }

  @Test func `idle consumers lift the cap and partitions with a lag lower it`() {
    let idle = KafkaLag(allowsIdleConsumers: true)
    #expect(idle.shown(total: 200, partitions: 5, partitionsWithLag: 3) == 200)
    let busy = KafkaLag(limitsToPartitionsWithLag: true)
    #expect(busy.shown(total: 200, partitions: 5, partitionsWithLag: 3) == 30)
  }
}
