public import Kernel

/// How TorchServe forms batches, in the terms of its model configuration.
public struct TorchServeBatching: Hashable, Sendable {
  /// The largest batch; at least one; `batchSize`.
  public var batch: Int
  /// How long a worker waits for company after it took the first job; `maxBatchDelay`.
  public var maxDelay: SimDuration
  /// So many jobs may wait; one more is refused with status 503; at least one; `job_queue_size`.
  public var queue: Int

  /// A way of batching; TorchServe's defaults are a batch of 1, a delay of 100 ms, a queue of 100.
  public init(batch: Int = 1, maxDelay: SimDuration = .milliseconds(100), queue: Int = 100) {
    self.batch = batch
    self.maxDelay = maxDelay
    self.queue = queue
  }
}
