import Capacity
import Kernel
import Testing

@Suite struct ProvisionedConcurrencyTests {
  /// AWS Lambda at $0.000004167 a GB-second ready and $0.000009722 executing, of 1,024 MB.
  private let provisioned = ProvisionedConcurrency(
    ready: .memory(Bytes(1 << 30), gibibyteSeconds: UnitPrice(usd(4.167), per: 1_000_000)),
    execution: RequestBilling(
      requests: UnitPrice(usd(0.2), per: 1_000_000),
      resources: [
        .memory(Bytes(1 << 30), gibibyteSeconds: UnitPrice(usd(9.722), per: 1_000_000))
      ]))

  /// AWS Lambda pricing page (2020), Provisioned Concurrency example 1: 1,000 environments of
  /// 1,024 MB for two hours, 1.2 million requests of one second: $30.00 + $0.24 + $11.67.
  @Test func `Lambda's example: a thousand environments for two hours`() {
    let ready = provisioned.charge(environments: 1_000, from: at(0), until: at(7_200))
    let billed = provisioned.execution.billedTime(of: .seconds(1)) * 1_200_000
    let execution = provisioned.execution.charge(requests: 1_200_000, billedTime: billed)
    #expect(ready == usd(30.0024))
    #expect(execution == usd(0.24 + 11.6664))
    #expect(toTheCent(ready + execution, is: 41.91))
  }

  @Test func `enabled time is rounded up to five minutes`() {
    let five = provisioned.charge(environments: 3, from: at(10), until: at(310))
    #expect(provisioned.charge(environments: 3, from: at(10), until: at(11)) == five)
    let ten = provisioned.charge(environments: 3, from: at(10), until: at(311))
    #expect(ten.nanodollars == 2 * five.nanodollars)
  }
}
