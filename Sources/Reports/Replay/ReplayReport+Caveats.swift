import Autoscaling
import Capacity
import Experiments

extension ReplayReport {
  /// What travels with the answer, worst first.
  var caveats: [String] {
    [bounds, undated, absent, openLoop, notReplayed].compactMap { $0 }
  }

  /// Recorded replicas beyond what the policies may ask for.
  private var bounds: String? {
    let recorded = observed.readings.map(\.replicas)
    guard let least = recorded.min(), let most = recorded.max() else { return nil }
    let outside = candidates.first { $0.limits.min > least || $0.limits.max < most }
    return outside.map {
      "recorded: \(least) to \(most) replicas; \($0.name) may have \($0.limits.min) to "
        + "\($0.limits.max), so part of what it decided is its bounds."
    }
  }

  private var undated: String? {
    guard start == nil, candidates.contains(where: \.scaler.policy.followsClock) else {
      return nil
    }
    return "nothing says when the first reading was, so schedules took it for Monday 00:00: give "
      + "`start:` in the file of policies, or t_seconds since 1970."
  }

  /// Readings without a value.
  private var absent: String? {
    let readings = observed.readings.count
    let missing = observed.metrics.indices.map { index in
      observed.readings.count { $0.values[index] == nil }
    }
    let worst = zip(observed.metrics, missing).max { $0.1 < $1.1 }
    guard let (metric, count) = worst, count > 0 else { return nil }
    return "\(metric.rawValue) is empty in \(Words.grouped(count)) of \(Words.grouped(readings)) "
      + "readings; policies saw no metric there."
  }

  private var openLoop: String? {
    guard mode == .follow else {
      return "the recorded replicas served, whatever was decided, so a policy that rests after a "
        + "change asks again after each rest; --follow gives each policy its own replicas."
    }
    let watched = candidates.flatMap(\.scaler.metrics)
    let wait = watched.contains(.queueWait) ? " Waits stay as recorded." : ""
    let full =
      watched.contains(.gpuUtilization) && isFull ? " Demand beyond full GPUs is unknown." : ""
    return "the load is what the recorded replicas met; how others would have served it, "
      + "headroom compare simulates." + wait + full
  }

  /// Whether GPUs were recorded as full, behind which more demand may hide.
  private var isFull: Bool {
    guard let index = observed.metrics.firstIndex(of: .gpuUtilization) else { return false }
    return observed.readings.contains { ($0.values[index] ?? 0) > 0.98 }
  }

  private var notReplayed: String? {
    leftOut.isEmpty
      ? nil : "left out, since it needs a simulation: " + leftOut.joined(separator: ", ") + "."
  }
}
