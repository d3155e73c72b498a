public import Capacity
public import Kernel

/// Triton Inference Server's dynamic batcher of one model, with the instances that take from it.
///
/// A pure state machine: requests come by `enqueue`, instances by `release`; after each, and at
/// `nextLook`, call `startBatch` until it returns false. It looks at its queue at every arrival,
/// in the order of priority, then of arrival (`TritonBatcher+Look.swift`), and forms batches ahead
/// of the instances: while all are busy, up to twice as many batches as there are instances wait,
/// and the youngest still grows. With priorities, timeouts or a limit on the queue nothing is
/// formed ahead. At one instant, a request that comes before an instance is released finds it busy.
///
/// With a delay of 0 and one preferred size a free instance takes all that wait, up to that size,
/// as in the plain batching of this simulator, to the last frame: a batch formed ahead grows with
/// each arrival, and the slots only cut a line that is served in its order. Several preferred sizes
/// make the difference: a batch formed ahead is closed at the first one that it has, unless all
/// slots are taken. Measured with Poisson arrivals of 150/s, 15 ms + 2 ms per item and a largest
/// batch of 8, the mean latency is 34.5 ms with [8] preferred, 42.3 ms with [4, 8], 46.1 ms with
/// [4], 91.4 ms with [2, 8]; with a delay of 5 ms it is 35.7 ms with [4, 8] (`BatchTheoryTests`).
///
/// Source: triton-inference-server/core 73aad7c3 (`dynamic_batch_scheduler.cc`,
/// `scheduler_utils.cc`, `instance_queue.cc`, `rate_limiter.cc`). Left out: sequences, custom
/// batching, rate limiter resources, request cancellation.
public struct TritonBatcher: Sendable {
  /// What waits: an inference request of one or more items.
  public struct Request: Hashable, Sendable, BitwiseCopyable {
    /// The caller's number for it.
    public var id: Int
    /// The items in it; at least 1 and at most the largest batch.
    public var items: Int
    /// Only requests of the same shape share a batch.
    public var shape: Int
    /// The priority that it says, 1 being the highest, or 0 for none.
    public var priority: Int
    /// The timeout that it says, or zero for none.
    public var timeout: SimDuration

    /// A request; by default of one item.
    public init(
      id: Int, items: Int = 1, shape: Int = 0, priority: Int = 0, timeout: SimDuration = .zero
    ) {
      self.id = id
      self.items = items
      self.shape = shape
      self.priority = priority
      self.timeout = timeout
    }
  }

  let settings: TritonBatching
  private let instances: Int
  /// Instances that wait for a batch.
  private(set) var idle: Int
  /// The waiting requests by priority level.
  var levels: [TritonQueue]
  /// Formed batches that no instance has taken yet.
  var payloads: TritonPayloads
  /// Whether the youngest of them may still grow.
  var isOpen = false
  /// Whether the youngest of them is not to grow any more, once the batcher looks again.
  var isSaturated = false
  /// Whether a size is a preferred one, for sizes up to the largest batch.
  let isPreferred: [Bool]
  let largestPreferred: Int
  /// Whether batches are formed while no instance is idle.
  let formsAhead: Bool
  /// Whether requests may be given up while no instance is idle.
  private let mayReject: Bool
  /// Since when the batcher has waited for a slot, in nanoseconds.
  private var slotWait: Int64?
  /// When it has something to do if nothing happens before.
  public internal(set) var nextLook = SimTime.never
  /// The requests that the last `startBatch` started, in order; of use if it returned true.
  public private(set) var batch: [Request] = []
  /// The requests that the last `startBatch` gave up because their timeout had passed.
  public internal(set) var expired: [Request] = []

  /// A batcher with `instances` idle model instances, at least one.
  public init(_ settings: TritonBatching, instances: Int) {
    precondition(instances > 0 && settings.max > 0, "a model has instances and a largest batch")
    self.settings = settings
    self.instances = instances
    idle = instances
    levels = (0...settings.priorityLevels).map { TritonQueue(settings.policy(ofLevel: $0)) }
    payloads = TritonPayloads(capacity: 2 * instances + 1)
    let preferred = settings.preferred.isEmpty ? [settings.max] : settings.preferred
    isPreferred = (0...settings.max).map { preferred.contains($0) }
    largestPreferred = preferred.reduce(0, max)
    let policy = settings.defaultPolicy
    formsAhead =
      settings.priorityLevels == 0 && policy.timeout == .zero && !policy.allowsOverride
      && policy.maxQueue == 0
    mayReject = levels.contains { $0.mayReject }
  }

  /// The number of requests that wait.
  public var waiting: Int {
    var sum = 0
    for level in levels { sum += level.count }
    return sum
  }

  /// Lets a request in; false when the queue of its level is full.
  public mutating func enqueue(_ request: Request, at now: SimTime) -> Bool {
    let level = settings.level(ofPriority: request.priority)
    return levels[level].append(request, at: now.nanoseconds)
  }

  /// An instance has finished its batch.
  public mutating func release() {
    idle += 1
    precondition(idle <= instances, "only a busy instance finishes a batch")
  }

  /// Does what is due; true if an idle instance now runs `batch`.
  public mutating func startBatch(at now: SimTime) -> Bool {
    expired.removeAll(keepingCapacity: true)
    repeat {
      if idle > 0, payloads.count > 0 {
        takeOut(now.nanoseconds)
        return true
      }
    } while formBatch(now.nanoseconds)
    return false
  }

  /// Lets the batcher's thread go round once; false when it then waits.
  private mutating func formBatch(_ now: Int64) -> Bool {
    nextLook = .never
    let hasSlot = formsAhead ? payloads.count < 2 * instances : idle > 0
    guard hasSlot else {
      awaitSlot(now)
      return false
    }
    slotWait = nil
    return look(now)
  }

  /// With no slot for a batch Triton looks for passed timeouts each half second, counted from
  /// when it began to wait.
  private mutating func awaitSlot(_ now: Int64) {
    guard mayReject, levels.contains(where: { $0.count > 0 }) else { return }
    let period: Int64 = 500_000_000
    let began = slotWait ?? now
    slotWait = began
    let waited = now - began
    if waited > 0, waited % period == 0 {
      for level in levels.indices { levels[level].rejectExpired(now, &expired) }
      guard levels.contains(where: { $0.count > 0 }) else { return }
    }
    nextLook = SimTime(nanoseconds: began + (waited / period + 1) * period)
  }

  /// Gives the oldest batch to an idle instance, together with the next ones that have waited
  /// longer than the delay and fit.
  ///
  /// A batch that is looked at for this and does not fit does not grow any more: Triton has
  /// marked it as running by then.
  private mutating func takeOut(_ now: Int64) {
    batch.removeAll(keepingCapacity: true)
    batch.append(contentsOf: payloads.first.requests)
    var items = payloads.first.items
    let shape = payloads.first.shape
    let isMergeable =
      !payloads.first.isSealed && settings.maxDelay > .zero && settings.max > 1
    payloads.removeFirst()
    idle -= 1
    while isMergeable, payloads.count > 0, !payloads.first.isSealed,
      now - payloads.first.oldest > settings.maxDelay.nanoseconds
    {
      guard items + payloads.first.items <= settings.max, payloads.first.shape == shape else {
        if payloads.count == 1 { isOpen = false }
        break
      }
      batch.append(contentsOf: payloads.first.requests)
      items += payloads.first.items
      payloads.removeFirst()
    }
    if payloads.count == 0 { isOpen = false }
  }
}
