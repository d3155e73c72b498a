/// A number that a pool shows to its autoscaler.
public enum PoolMetric: String, Hashable, Sendable, CaseIterable {
  /// The busy share of the ready GPUs' lanes since the last scrape; 0 to 1, a mean over replicas.
  case gpuUtilization = "gpu_utilization"
  /// Frames waiting or in service at the scrape; a total over the pool.
  case concurrency
  /// Frames that reached the service each second since the last scrape; a total.
  case arrivalRate = "arrival_rate"
  /// Frames waiting for a lane at the scrape; a total.
  case queueLength = "queue_length"
  /// The mean wait for a lane of frames that began service since the last scrape, in seconds.
  case queueWait = "queue_wait"
  /// Streams connected at the scrape; a total.
  case streams

  /// Whether it is a total over the pool, which a policy divides by its replicas; else a figure
  /// that does not grow with the pool.
  public var isTotal: Bool {
    switch self {
    case .concurrency, .arrivalRate, .queueLength, .streams: true
    case .gpuUtilization, .queueWait: false
    }
  }
}
