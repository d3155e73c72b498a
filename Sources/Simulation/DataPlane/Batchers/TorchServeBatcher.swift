public import Capacity
public import Kernel

/// TorchServe's way to a batch, for one model and its workers.
///
/// A pure state machine: jobs come by `enqueue`, workers by `release`; after each, and at
/// `nextLook`, call `startBatch` until it returns false. One idle worker at a time holds the lock:
/// it takes the first job, then waits for others for at most the delay, counted from when it took
/// the first one, and not from when that one came; then it lets the lock go and runs. So batches
/// are formed by idle workers only. What comes at the closing instant is within the batch.
///
/// With a delay of zero a batch has at most two jobs, whatever waits: the original stops polling
/// once no time is left, and looks at the time only after a job that it took. Its clock has
/// milliseconds; ours has no such steps.
///
/// Source: pytorch/serve 62c4d6a1 (`wlm/Model.java`, `pollBatch`; `wlm/BatchAggregator.java`).
public struct TorchServeBatcher: Sendable {
  private let settings: TorchServeBatching
  /// Workers that neither run nor hold the lock.
  private var idle: Int
  private var jobs = RequestLine<Int>()
  /// Whether a worker holds the lock and is filling `batch`.
  private var isCollecting = false
  private var closing = SimTime.never
  /// When it has something to do if nothing happens before.
  public private(set) var nextLook = SimTime.never
  /// The jobs of the batch that was started last, by the caller's numbers.
  public private(set) var batch: [Int] = []

  /// A model with `workers` idle workers, at least one.
  public init(_ settings: TorchServeBatching, workers: Int) {
    precondition(workers > 0 && settings.batch > 0, "a model has workers and a batch size")
    self.settings = settings
    idle = workers
  }

  /// The number of jobs that wait, those of a worker that waits for company included.
  public var waiting: Int { jobs.count + (isCollecting ? batch.count : 0) }

  /// Lets a job in; false when the queue is full.
  public mutating func enqueue(_ job: Int, at now: SimTime) -> Bool {
    guard jobs.count < settings.queue else { return false }
    jobs.append(job)
    if isCollecting || idle > 0 { nextLook = now }
    return true
  }

  /// A worker has finished its batch.
  public mutating func release() { idle += 1 }

  /// Does what is due; true if a worker now runs `batch`.
  public mutating func startBatch(at now: SimTime) -> Bool {
    nextLook = .never
    if !isCollecting {
      guard idle > 0, !jobs.isEmpty else { return false }
      idle -= 1
      isCollecting = true
      closing = now + settings.maxDelay
      batch.removeAll(keepingCapacity: true)
      batch.append(jobs.removeFirst())
    }
    // The batch is not full at the beginning of each turn.
    while batch.count < settings.batch, !jobs.isEmpty {
      batch.append(jobs.removeFirst())
      if now >= closing { break }
    }
    guard batch.count == settings.batch || now >= closing else {
      nextLook = closing
      return false
    }
    isCollecting = false
    return true
  }
}
