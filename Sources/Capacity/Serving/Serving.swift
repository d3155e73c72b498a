public import Kernel

/// How an architecture serves frames once they arrive.
public struct Serving: Sendable {
  /// The model that runs on every frame.
  public var model: Model
  /// The precision whose curves are used, or nil for a model with one precision.
  public var precision: String?
  /// How frames are put together.
  public var batching: Batching
  /// Where frames wait.
  public var queue: Queue
  /// Which instance a stream or a frame goes to.
  public var routing: Routing
  /// Places on each GPU where a batch can run at the same time; at least one.
  public var lanesPerGPU: Int
  /// The model server whose own batcher and queue take the place of `batching` and `queue`, or nil.
  ///
  /// Each instance then has a batcher to itself, whose model instances, workers or places to run
  /// are the instance's lanes, so frames cannot wait in a queue for all: with a shared queue they
  /// go to the instances in turn.
  public var modelServer: ModelServer?

  /// How an architecture serves frames.
  public init(
    model: Model, precision: String? = nil, batching: Batching = Batching(max: 1),
    queue: Queue = Queue(), routing: Routing = .sharedQueue, lanesPerGPU: Int = 1,
    modelServer: ModelServer? = nil
  ) {
    self.model = model
    self.precision = precision
    self.batching = batching
    self.queue = queue
    self.routing = routing
    self.lanesPerGPU = lanesPerGPU
    self.modelServer = modelServer
  }

  /// The largest batch that may form; at least one.
  public var maxBatch: Int { modelServer?.maxBatch ?? batching.max }
}

/// How waiting frames are put together into a batch.
///
/// A lane that is free takes the largest preferred size that has gathered. When none has, it
/// waits until the oldest frame has waited `maxDelay`, then takes what is there, at most `max`.
public struct Batching: Hashable, Sendable {
  /// The largest batch; at least one.
  public var max: Int
  /// Sizes worth sending at once, ascending, each at most `max`; empty means `max` alone.
  public var preferred: [Int]
  /// How long the oldest frame may wait for company while a lane is free.
  public var maxDelay: SimDuration

  /// A way of batching; by default a free lane takes what is there.
  public init(max: Int, preferred: [Int] = [], maxDelay: SimDuration = .zero) {
    self.max = max
    self.preferred = preferred
    self.maxDelay = maxDelay
  }
}

/// Where frames wait, how many may, and what happens to the one too many.
public struct Queue: Hashable, Sendable {
  /// What happens when a limit is reached and one more frame comes.
  public enum WhenFull: String, Hashable, Sendable, CaseIterable {
    /// The frame that has waited longest, of the stream or the station that is full, is dropped.
    case dropOldest = "drop_oldest"
    /// The frame that comes is dropped.
    case dropNewest = "drop_newest"
    /// The frame that comes is refused, and its sender told.
    case reject
  }

  /// The most frames of one stream that may wait at one instance, or nil for no limit.
  public var perStream: Int?
  /// The most frames that may wait in one queue, or nil for no limit.
  public var perQueue: Int?
  /// What happens to the one too many.
  public var whenFull: WhenFull
  /// Whether a frame that is already past its deadline is dropped instead of dispatched.
  public var dropsLate: Bool
  /// The longest that a frame may have waited when it is dispatched; older ones are dropped.
  public var maxWait: SimDuration?

  /// A queue; by default without limits.
  public init(
    perStream: Int? = nil, perQueue: Int? = nil, whenFull: WhenFull = .dropOldest,
    dropsLate: Bool = false, maxWait: SimDuration? = nil
  ) {
    self.perStream = perStream
    self.perQueue = perQueue
    self.whenFull = whenFull
    self.dropsLate = dropsLate
    self.maxWait = maxWait
  }
}

/// Which instance a stream or a frame goes to. Ties go to the instance with the lowest number.
public enum Routing: String, Hashable, Sendable, CaseIterable {
  /// A stream stays with the instance that had the fewest streams, by weight, when it came.
  case stickyLeastStreams = "sticky_least_streams"
  /// A stream stays with the next instance in turn.
  case stickyRoundRobin = "sticky_round_robin"
  /// A stream stays with an instance chosen by its number (rendezvous hashing).
  case stickyHash = "sticky_hash"
  /// Each frame goes to the next instance in turn.
  case roundRobin = "round_robin"
  /// Each frame goes to the instance with the fewest frames waiting or in service.
  case leastOutstanding = "least_outstanding"
  /// Each frame goes to the less loaded of two instances chosen at random.
  case powerOfTwoChoices = "power_of_two_choices"
  /// All frames wait in one queue that every instance takes from.
  case sharedQueue = "shared_queue"

  /// Whether streams stay with an instance, so that each instance is a station by itself.
  public var isSticky: Bool {
    switch self {
    case .stickyLeastStreams, .stickyRoundRobin, .stickyHash: true
    case .roundRobin, .leastOutstanding, .powerOfTwoChoices, .sharedQueue: false
    }
  }
}

extension Serving {
  /// Serves with another model, at the same precision where it has a curve for that.
  public mutating func use(_ other: Model) {
    model = other
    if !other.curves.contains(where: { $0.precision == precision }) { precision = nil }
  }
}
