import Autoscaling
import Capacity
import Experiments
import Kernel

extension ReplayReport {
  /// `decisions.csv`: one row for each decision of each policy, with what it saw.
  public func writeDecisions(to sink: inout some TextOutputStream) {
    let metrics = PoolMetric.allCases.filter { metric in
      candidates.contains { $0.scaler.metrics.contains(metric) }
    }
    let columns = ["policy", "time_s", "until_s", "clock", "recorded", "from", "to", "recommended"]
    CSV.write(columns + ["why"] + metrics.map(\.rawValue), to: &sink)
    for candidate in candidates {
      for decision in candidate.summary.decisions {
        let step = decision.step
        let seen = metrics.map { metric in
          PlainDecimal.text(value(of: metric, in: step, candidate.scaler))
        }
        CSV.write(
          [
            candidate.name, PlainDecimal.seconds(step.time.nanoseconds),
            PlainDecimal.seconds(decision.until.nanoseconds), civilTime(step.time)?.text ?? "",
            String(step.recorded), String(step.told), String(step.decided),
            String(step.recommended), step.reason.words,
          ] + seen, to: &sink)
      }
    }
  }

  /// What a policy saw of a metric at a look; nil when it does not watch it or saw nothing.
  private func value(
    of metric: PoolMetric, in step: Replay.Step, _ scaler: PoolAutoscaler
  ) -> Double? {
    guard let index = scaler.metrics.firstIndex(of: metric), index < step.seen.count else {
      return nil
    }
    return step.seen[index]
  }
}
