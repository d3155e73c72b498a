import Capacity
import Kernel
import Testing

@Suite struct ModelStoreTests {
  private func store(_ perMonth: Double) -> ModelStore {
    ModelStore(
      perMonth: .perGibibyte(usd(perMonth)), requests: UnitPrice(usd(0.00003), per: 1_000),
      toOtherRegion: .perGibibyte(usd(0.02)))
  }

  /// Amazon S3 FAQ, storage example: 100 GB for 15 days of March and 100 TB for 16 are
  /// 52,900 GB-months.
  @Test func `byte-hours over the month are gibibyte-months`() {
    let month = SimDuration.days(31)
    let small = store(1).storage(of: Bytes(107_374_182_400), for: .days(15), month: month)
    let large = store(1).storage(of: Bytes(109_951_162_777_600), for: .days(16), month: month)
    #expect(toTheCent(small, is: 48.39))
    #expect(Elementary.nearestInteger((small + large).dollars) == 52_900)
  }

  /// Amazon S3 FAQ, Express One Zone example 1: 10 GB for a month at $0.11 and nine million GETs
  /// at $0.00003 a thousand: $1.10 and $0.27.
  @Test func `keeping and fetching cost their prices`() {
    let month = SimDuration.days(30)
    #expect(store(0.11).storage(of: Bytes(10 << 30), for: month, month: month) == usd(1.1))
    #expect(store(0.11).pulls(9_000_000) == usd(0.27))
  }

  /// AWS data transfer between regions, us-east-1, June 2026: $0.02 a GB.
  @Test func `another region pays for the transfer`() {
    #expect(store(0.11).transferToOtherRegion(Bytes(500 << 30)) == usd(10))
  }
}
