import Capacity
import Kernel
import Testing

/// AWS Lambda pricing page (copy of 2025), "Mobile application" with Provisioned Concurrency:
/// 1,536 MB, $0.0000041667 a GB-second ready and $0.0000097222 executing.
@Suite struct ProvisionedConcurrencyTests {
  private let provisioned = ProvisionedConcurrency(
    ready: .memory(Bytes(1_536 << 20), gibibyteSeconds: UnitPrice(usd(4.1667), per: 1_000_000)),
    execution: RequestBilling(
      requests: UnitPrice(usd(0.2), per: 1_000_000),
      resources: [
        .memory(Bytes(1_536 << 20), gibibyteSeconds: UnitPrice(usd(9.7222), per: 1_000_000))
      ]))

  /// 100 environments for eight hours are 4.32 million GB-seconds, $18; half a million requests of
  /// 100 ms are 75,000 GB-seconds, $0.73, and $0.10 for themselves.
  @Test func `Lambda's example: a hundred environments for eight hours`() {
    let ready = provisioned.charge(environments: 100, from: at(0), until: at(28_800))
    #expect(ready == usd(18.000144))
    let billed = provisioned.execution.billedTime(of: .milliseconds(100)) * 500_000
    let execution = provisioned.execution.charge(requests: 500_000, billedTime: billed)
    #expect(execution == usd(0.1 + 0.729165))
  }

  @Test func `enabled time is rounded up to five minutes`() {
    let five = provisioned.charge(environments: 3, from: at(10), until: at(310))
    #expect(provisioned.charge(environments: 3, from: at(10), until: at(11)) == five)
    let ten = provisioned.charge(environments: 3, from: at(10), until: at(311))
    #expect(abs(ten.nanodollars - 2 * five.nanodollars) <= 1)
  }
}
