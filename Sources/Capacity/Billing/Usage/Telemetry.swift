public import Kernel

/// Traces and logs that inferences leave behind: a sampled share of them, by the span, by the
/// volume taken in, and by the time it is kept.
///
/// AWS X-Ray charges for each trace recorded, requests times the sampling rate; Amazon CloudWatch
/// Logs charges for each GB (2^30 bytes) ingested and for each GB-month kept.
public struct Telemetry: Hashable, Sendable {
  /// The share of inferences that is recorded, in millionths; 0 ... 1,000,000.
  public var sampledPerMillion: Int64
  /// Spans for each recorded inference; not negative.
  public var spansPerInference: Int64
  /// The price of spans.
  public var spans: UnitPrice
  /// Logged for each recorded inference.
  public var logPerInference: Bytes
  /// The price of bytes taken in.
  public var ingested: UnitPrice
  /// The price of bytes kept for a month.
  public var keptForMonth: UnitPrice
  /// How long a log is kept; not negative.
  public var retention: SimDuration

  /// Telemetry at its prices; without logs unless given.
  public init(
    sampledPerMillion: Int64, spansPerInference: Int64 = 1, spans: UnitPrice,
    logPerInference: Bytes = Bytes(0), ingested: UnitPrice = .free,
    keptForMonth: UnitPrice = .free, retention: SimDuration = .zero
  ) {
    precondition((0...1_000_000).contains(sampledPerMillion), "a sampling rate is a share")
    self.sampledPerMillion = sampledPerMillion
    self.spansPerInference = spansPerInference
    self.spans = spans
    self.logPerInference = logPerInference
    self.ingested = ingested
    self.keptForMonth = keptForMonth
    self.retention = retention
  }

  /// What the spans of `inferences` cost, rounded half up once; never falls as they grow.
  ///
  /// The recorded count is the expected one, a fraction where the rate makes it one.
  public func tracing(of inferences: Int64) -> Money {
    spans.cost(
      of: Int128(inferences) * Int128(sampledPerMillion) * Int128(spansPerInference),
      over: 1_000_000)
  }

  /// What taking in the logs of `inferences` costs, rounded half up once.
  public func ingestion(of inferences: Int64) -> Money {
    ingested.cost(of: logged(by: inferences), over: 1_000_000)
  }

  /// What keeping the logs of `inferences` costs for the whole retention, charged when they are
  /// written; rounded half up once.
  public func storage(
    of inferences: Int64, month: SimDuration = .hours(730)
  ) -> Money {
    Money(
      halfUp: Int128(keptForMonth.amount.nanodollars) * Int128(retention.nanoseconds),
      times: logged(by: inferences),
      over: Int128(month.nanoseconds) * 1_000_000 * Int128(keptForMonth.per))
  }

  /// The logged bytes of `inferences`, times one million.
  private func logged(by inferences: Int64) -> Int128 {
    Int128(inferences) * Int128(sampledPerMillion) * Int128(logPerInference.count)
  }
}
