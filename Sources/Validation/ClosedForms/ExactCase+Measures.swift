import Capacity
import Kernel
import Simulation
import Statistics

/// Truths about figures that every case has.
extension ExactCase.Truth {
  /// A metric times `scale`.
  static func metric(
    _ name: String, _ metric: Metric, _ value: Double, digits: Int, scale: Double = 1,
    uncertainty: Double? = nil
  ) -> Self {
    Self(name, value, digits: digits, uncertainty: uncertainty) {
      $0.result.metrics[metric].map { $0 * scale }
    }
  }

  /// A quantile of the wait, in seconds.
  static func wait(_ p: Double, _ label: String, _ value: Double, digits: Int = 6) -> Self {
    Self("wait \(label), s", value, digits: digits) {
      $0.result.populations[0].latency.queue.quantile(p)?.seconds
    }
  }

  /// A quantile of every latency, in milliseconds.
  static func latency(_ p: Double, _ label: String, _ value: Double) -> Self {
    Self("latency \(label), ms", value, digits: 2) { $0.quantile(p) }
  }

  /// The share of frames that start at once.
  static func noWait(_ value: Double, digits: Int) -> Self {
    Self("P(wait = 0)", value, digits: digits) { noWaitShare($0.result) }
  }

  /// Erlang's C: the share of frames that wait.
  static func waiting(_ value: Double) -> Self {
    Self("P(wait > 0), Erlang C", value, digits: 6) { noWaitShare($0.result).map { 1 - $0 } }
  }

  private static func noWaitShare(_ result: ReplicationResult) -> Double? {
    let queue = result.populations[0].latency.queue
    let total = queue.total
    return total > 0 ? Double(queue.counts[0]) / Double(total) : nil
  }
}
