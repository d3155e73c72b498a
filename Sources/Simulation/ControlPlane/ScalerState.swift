import Autoscaling
import Capacity
import Kernel

/// An autoscaler with what it remembers between two looks, and the metrics on their way to it.
struct ScalerState {
  let scaler: PoolAutoscaler
  let pool: Int
  var policy: any ScalingPolicy
  var feeds: [MetricFeed]
  /// What it sees; kept, so that a look allocates nothing.
  var seen: PoolObservation
  var meter = PoolMeter()
  /// The time of the last reading that it could see; nil before the first.
  var lastVisible: SimTime?
  /// Whether it asked for more than the maximum at its last look.
  var wantsMore = false
  /// When it is called because something came to an empty pool, if it is to be.
  var poke: SimTime?

  init(_ scaler: PoolAutoscaler, pools: [PoolState]) {
    guard let index = pools.firstIndex(where: { $0.pool.name == scaler.pool }) else {
      preconditionFailure("an autoscaler names a pool of its architecture")
    }
    self.scaler = scaler
    pool = index
    policy = scaler.policy
    feeds = scaler.metrics.map { _ in MetricFeed(scaler.feed) }
    seen = PoolObservation(wanted: 0, ready: 0, metrics: scaler.metrics.map { _ in nil })
  }
}

/// Running totals at the last scrape, of which metrics are differences.
struct PoolMeter {
  /// Lane time: busy, and of instances that could serve.
  var busy: Int128 = 0
  var servingArea: Int128 = 0
  var arrived: Int64 = 0
  var dispatched: Int64 = 0
  var waited: Int128 = 0
  var time = SimTime.zero
}
