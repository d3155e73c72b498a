import Capacity
import Kernel
import Testing

@Suite struct RequestBillingTests {
  /// A Lambda function of 512 MB at the prices of the example below.
  private func lambda(_ granule: SimDuration, initialisation: Bool = true) -> RequestBilling {
    RequestBilling(
      requests: UnitPrice(usd(0.2), per: 1_000_000),
      resources: [
        .memory(Bytes(512 << 20), gibibyteSeconds: UnitPrice(usd(16.67), per: 1_000_000))
      ],
      granule: granule, billsInitialisation: initialisation)
  }

  /// AWS Lambda pricing page of 2020, example 1: 512 MB, 3 million requests of 1 s in a month,
  /// $0.00001667 a GB-second past 400,000, $0.20 a million requests past one million: $18.74.
  @Test func `Lambda's example: three million requests of a second`() {
    let rule = lambda(.milliseconds(100))
    let billed = rule.billedTime(of: .seconds(1)) * 3_000_000
    let gross = rule.charge(requests: 3_000_000, billedTime: billed)
    let free = rule.charge(requests: 1_000_000, billedTime: .seconds(800_000))
    #expect(gross - free == usd(18.337 + 0.40))
    #expect(toTheCent(gross - free, is: 18.74))
  }

  /// "New for AWS Lambda: 1ms Billing Granularity", AWS News Blog, December 2020: 60 million
  /// requests of 28 ms with 1 GB cost $12 and, by 100 ms, $100; by 1 ms, $28.
  @Test(arguments: [(100, 112), (1, 40)] as [(Int64, Double)])
  func `Lambda's example: the granule decides what a short request costs`(
    milliseconds: Int64, dollars: Double
  ) {
    let rule = RequestBilling(
      requests: UnitPrice(usd(0.2), per: 1_000_000),
      resources: [
        .memory(Bytes(1 << 30), gibibyteSeconds: UnitPrice(usd(16.6667), per: 1_000_000))
      ], granule: .milliseconds(milliseconds))
    let billed = rule.billedTime(of: .milliseconds(28)) * 60_000_000
    #expect(toTheCent(rule.charge(requests: 60_000_000, billedTime: billed), is: dollars))
  }

  @Test func `time is rounded up to the granule`() {
    let time = SimDuration.microseconds(123_400)
    #expect(lambda(.milliseconds(1)).billedTime(of: time) == .milliseconds(124))
    #expect(lambda(.milliseconds(100)).billedTime(of: time) == .milliseconds(200))
    #expect(lambda(.milliseconds(1)).billedTime(of: .milliseconds(124)) == .milliseconds(124))
  }

  @Test func `a cold start is billed with its initialisation or without`() {
    let (run, start) = (SimDuration.milliseconds(250), SimDuration.milliseconds(1_260))
    let billing = lambda(.milliseconds(100))
    #expect(billing.billedTime(of: run, initialisation: start) == .milliseconds(1_600))
    let free = lambda(.milliseconds(100), initialisation: false)
    #expect(free.billedTime(of: run, initialisation: start) == .milliseconds(300))
  }
}
