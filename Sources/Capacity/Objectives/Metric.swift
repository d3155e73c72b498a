/// A summary figure of a replication: what `summary.csv` has a row for and an objective can limit.
public enum Metric: String, Hashable, Sendable, CaseIterable {
  /// Cost of the measured span.
  case cost
  /// Cost by the month.
  case costPerMonth = "cost_per_month"
  /// Cost for each hour that a user was there.
  case costPerUserHour = "cost_per_user_hour"
  /// Cost for each thousand frames served within their deadline.
  case costPer1000Served = "cost_per_1000_served"
  /// Cost for each frame answered, on time or late.
  case costPerFrame = "cost_per_frame"
  /// Cost for each hour that a stream was there.
  case costPerStreamHour = "cost_per_stream_hour"
  /// Cost for each hour of a stream whose frames are answered on time: stream-hours times the share
  /// of frames served within their deadline.
  case costPerGoodStreamHour = "cost_per_good_stream_hour"
  /// `cost` less what is paid by the month whatever happens; as the six that follow, only where
  /// something is.
  case costWithoutOverhead = "cost_without_overhead"
  /// `cost_per_month` without overhead.
  case costPerMonthWithoutOverhead = "cost_per_month_without_overhead"
  /// `cost_per_user_hour` without overhead.
  case costPerUserHourWithoutOverhead = "cost_per_user_hour_without_overhead"
  /// `cost_per_1000_served` without overhead.
  case costPer1000ServedWithoutOverhead = "cost_per_1000_served_without_overhead"
  /// `cost_per_frame` without overhead.
  case costPerFrameWithoutOverhead = "cost_per_frame_without_overhead"
  /// `cost_per_stream_hour` without overhead.
  case costPerStreamHourWithoutOverhead = "cost_per_stream_hour_without_overhead"
  /// `cost_per_good_stream_hour` without overhead.
  case costPerGoodStreamHourWithoutOverhead = "cost_per_good_stream_hour_without_overhead"
  /// Median latency, end to end.
  case p50Latency = "p50_latency"
  /// 90th percentile of latency.
  case p90Latency = "p90_latency"
  /// 95th percentile of latency.
  case p95Latency = "p95_latency"
  /// 99th percentile of latency.
  case p99Latency = "p99_latency"
  /// 99.9th percentile of latency.
  case p999Latency = "p99_9_latency"
  /// Mean latency.
  case meanLatency = "mean_latency"
  /// 95th percentile of the wait for a lane and for company.
  case p95Wait = "p95_wait"
  /// Mean wait.
  case meanWait = "mean_wait"
  /// Frames not served in time, of those offered: late, dropped, rejected or failed.
  case lateOrDropped = "late_or_dropped"
  /// Frames served late, of those offered.
  case late
  /// Frames dropped, of those offered.
  case dropped
  /// Frames rejected, of those offered.
  case rejected
  /// Frames failed, of those offered.
  case failed
  /// Frames offered.
  case framesOffered = "frames_offered"
  /// Frames served within their deadline.
  case framesServed = "frames_served"
  /// Busy share of the lanes of ready instances.
  case utilization
  /// Frames in a batch, on average over batches.
  case meanBatch = "mean_batch"
  /// Instances billed, on average over time.
  case meanInstances = "mean_instances"
  /// The most instances billed at one time.
  case maxInstances = "max_instances"
  /// Users present, on average over time.
  case meanUsers = "mean_users"
  /// The most users present at one time.
  case maxUsers = "max_users"
  /// Cold starts begun.
  case coldStarts = "cold_starts"
  /// Spot instances taken back.
  case interruptions
  /// The share of batches larger than what was measured.
  case beyondCurve = "beyond_curve"
  /// The share of time that an autoscaler asked for more than the pool's maximum.
  case atMaximum = "at_maximum"
  /// Requests, or streams, that met a cold start, of those offered; serverless pools only.
  case coldStartShare = "cold_start_share"
  /// The share of instance time with nothing to do; serverless pools only.
  case idleShare = "idle_share"
  /// The share of time in which on-demand instances stood in for spot that could not be had.
  case onFallback = "on_fallback"
  /// How often clients sent frames again that had been rejected or failed; as the next, only where
  /// some population's clients do so.
  case retries
  /// Attempts for each frame offered: by how much retries swell the load.
  case attemptsPerFrame = "attempts_per_frame"

  /// What a value of the metric is measured in.
  public enum Unit: String, Hashable, Sendable {
    /// Dollars.
    case dollars = "usd"
    /// Milliseconds.
    case milliseconds = "ms"
    /// A share from 0 to 1.
    case ratio
    /// A number of things.
    case count
  }

  /// What its values are measured in.
  public var unit: Unit {
    switch self {
    case .cost, .costPerMonth, .costPerUserHour, .costPer1000Served, .costPerFrame,
      .costPerStreamHour, .costPerGoodStreamHour, .costWithoutOverhead,
      .costPerMonthWithoutOverhead, .costPerUserHourWithoutOverhead,
      .costPer1000ServedWithoutOverhead, .costPerFrameWithoutOverhead,
      .costPerStreamHourWithoutOverhead, .costPerGoodStreamHourWithoutOverhead:
      .dollars
    case .p50Latency, .p90Latency, .p95Latency, .p99Latency, .p999Latency, .meanLatency,
      .p95Wait, .meanWait:
      .milliseconds
    case .lateOrDropped, .late, .dropped, .rejected, .failed, .utilization, .beyondCurve,
      .atMaximum, .onFallback, .coldStartShare, .idleShare:
      .ratio
    case .framesOffered, .framesServed, .meanBatch, .meanInstances, .maxInstances, .meanUsers,
      .maxUsers, .coldStarts, .interruptions, .retries, .attemptsPerFrame:
      .count
    }
  }

  /// Of a cost the same without what is paid by the month whatever happens; nil of all else.
  public var withoutOverhead: Metric? {
    switch self {
    case .cost: .costWithoutOverhead
    case .costPerMonth: .costPerMonthWithoutOverhead
    case .costPerUserHour: .costPerUserHourWithoutOverhead
    case .costPer1000Served: .costPer1000ServedWithoutOverhead
    case .costPerFrame: .costPerFrameWithoutOverhead
    case .costPerStreamHour: .costPerStreamHourWithoutOverhead
    case .costPerGoodStreamHour: .costPerGoodStreamHourWithoutOverhead
    default: nil
    }
  }

  /// Whether it tells the cost of a month, which a short span cannot.
  public var isByTheMonth: Bool {
    self == .costPerMonth || self == .costPerMonthWithoutOverhead
  }

  /// Whether it is a cost as a whole, of the span or of a month, and not of one of something.
  public var isWhole: Bool {
    self == .cost || self == .costWithoutOverhead || isByTheMonth
  }

  /// Whether it is there only where an architecture has overhead.
  public var isWithoutOverhead: Bool { rawValue.hasSuffix("_without_overhead") }

  /// Whether files leave it out, and not only its value, where a scenario has no such thing.
  public var isOptional: Bool {
    isWithoutOverhead || self == .retries || self == .attemptsPerFrame
  }
}
