public import Kernel

/// How a Ray Serve replica forms batches, in the terms of `@serve.batch` and its deployment.
public struct RayServeBatching: Hashable, Sendable {
  /// The largest batch; at least one; `max_batch_size`.
  public var max: Int
  /// How long a batch waits for company after its first request; `batch_wait_timeout_s`.
  public var wait: SimDuration
  /// So many batches of one replica run at the same time; at least one; `max_concurrent_batches`.
  public var maxConcurrent: Int
  /// So many requests are in one replica, waiting or running; at least one; others wait before
  /// it. `max_ongoing_requests`.
  public var maxOngoing: Int

  /// A way of batching; Ray's defaults are 10, 10 ms, 1, and 5: so that a batch is never above 5.
  public init(
    max: Int = 10, wait: SimDuration = .milliseconds(10), maxConcurrent: Int = 1,
    maxOngoing: Int = 5
  ) {
    self.max = max
    self.wait = wait
    self.maxConcurrent = maxConcurrent
    self.maxOngoing = maxOngoing
  }
}
