import Capacity

/// What a station reads of its plan for every frame, in plain numbers beside its state.
///
/// Instants and durations are in nanoseconds.
struct StationRules: BitwiseCopyable {
  /// The largest batch.
  var maxBatch: Int
  /// So many waiting frames need not wait for company.
  var trigger: Int
  /// So long may the oldest frame wait for company.
  var maxDelay: Int64
  /// Whether only one size of batch is preferred.
  var hasOnePreferred: Bool
  /// So many frames of a stream may wait.
  var perStream: Int32
  /// So many frames may wait in a queue.
  var perQueue: Int
  /// Whether anything may be dropped at dispatch.
  var dropsAtDispatch: Bool
  /// Whether all frames go to the same queue.
  var hasOneQueue: Bool
  /// Whether all lanes take from the same queue, whatever server they belong to.
  var sharesQueue: Bool
  /// Whether any client sends again what was lost.
  var hasRetries: Bool
  /// Whether each server has a model server's batcher in the place of a queue.
  var hasModelServers: Bool

  init(_ plan: DataPlan) {
    maxBatch = plan.batching.max
    trigger = plan.batching.trigger
    maxDelay = plan.batching.maxDelay
    hasOnePreferred = plan.batching.preferred.count == 1
    perStream = Int32(clamping: plan.queueing.perStream)
    perQueue = plan.queueing.perQueue
    dropsAtDispatch = plan.queueing.dropsAtDispatch
    sharesQueue = plan.routing == .sharedQueue
    hasRetries = plan.hasRetries
    hasModelServers = plan.modelServer != nil
    hasOneQueue = plan.routing.isSticky || plan.routing == .sharedQueue
  }
}
