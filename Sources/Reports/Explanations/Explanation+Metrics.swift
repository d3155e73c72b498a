import Capacity

extension Explanation.Text {
  /// What a metric is, with its denominator, and what to do with it.
  init(_ metric: Metric) {
    self =
      switch metric {
      case .cost: MetricTexts.cost
      case .costPerMonth: MetricTexts.costPerMonth
      case .costPerUserHour: MetricTexts.costPerUserHour
      case .costPer1000Served: MetricTexts.costPer1000Served
      case .costPerFrame: MetricTexts.costPerFrame
      case .costPerStreamHour: MetricTexts.costPerStreamHour
      case .costPerGoodStreamHour: MetricTexts.costPerGoodStreamHour
      case .costWithoutOverhead, .costPerMonthWithoutOverhead, .costPerUserHourWithoutOverhead,
        .costPer1000ServedWithoutOverhead, .costPerFrameWithoutOverhead,
        .costPerStreamHourWithoutOverhead, .costPerGoodStreamHourWithoutOverhead:
        MetricTexts.withoutOverhead(metric)
      case .p50Latency: MetricTexts.p50Latency
      case .p90Latency: MetricTexts.p90Latency
      case .p95Latency: MetricTexts.p95Latency
      case .p99Latency: MetricTexts.p99Latency
      case .p999Latency: MetricTexts.p999Latency
      case .meanLatency: MetricTexts.meanLatency
      case .p95Wait: MetricTexts.p95Wait
      case .meanWait: MetricTexts.meanWait
      case .lateOrDropped: MetricTexts.lateOrDropped
      case .late: MetricTexts.late
      case .dropped: MetricTexts.dropped
      case .rejected: MetricTexts.rejected
      case .failed: MetricTexts.failed
      case .framesOffered: MetricTexts.framesOffered
      case .framesServed: MetricTexts.framesServed
      case .utilization: MetricTexts.utilization
      case .meanBatch: MetricTexts.meanBatch
      case .meanInstances: MetricTexts.meanInstances
      case .maxInstances: MetricTexts.maxInstances
      case .meanUsers: MetricTexts.meanUsers
      case .maxUsers: MetricTexts.maxUsers
      case .coldStarts: MetricTexts.coldStarts
      case .interruptions: MetricTexts.interruptions
      case .beyondCurve: MetricTexts.beyondCurve
      case .atMaximum: MetricTexts.atMaximum
      case .onFallback: MetricTexts.onFallback
      case .coldStartShare: MetricTexts.coldStartShare
      case .idleShare: MetricTexts.idleShare
      case .retries: MetricTexts.retries
      case .attemptsPerFrame: MetricTexts.attemptsPerFrame
      }
  }
}
