public import Kernel

/// How Triton's dynamic batcher is set, in the terms of its model configuration.
public struct TritonBatching: Hashable, Sendable {
  /// What a queue of one priority level lets in and how long it keeps it.
  public struct QueuePolicy: Hashable, Sendable {
    /// What becomes of a request whose timeout has passed.
    public enum TimeoutAction: String, Hashable, Sendable, CaseIterable {
      /// It is answered with an error.
      case reject
      /// It goes behind all others of its level, and is served in the end.
      case delay
    }

    /// What becomes of a request whose timeout has passed; `timeout_action`.
    public var timeoutAction: TimeoutAction
    /// How long a request may wait in the queue, or zero for ever; `default_timeout_microseconds`.
    public var timeout: SimDuration
    /// Whether a request may say a shorter timeout of its own; `allow_timeout_override`.
    public var allowsOverride: Bool
    /// So many requests may wait, or zero for any number; `max_queue_size`.
    public var maxQueue: Int

    /// A policy; by default everything waits for ever.
    public init(
      timeoutAction: TimeoutAction = .reject, timeout: SimDuration = .zero,
      allowsOverride: Bool = false, maxQueue: Int = 0
    ) {
      self.timeoutAction = timeoutAction
      self.timeout = timeout
      self.allowsOverride = allowsOverride
      self.maxQueue = maxQueue
    }
  }

  /// The most items in a batch; at least one; `max_batch_size`.
  public var max: Int
  /// Sizes worth sending before the delay is over, each at most `max`; empty means `max` alone.
  public var preferred: [Int]
  /// How long the oldest request may wait for company; `max_queue_delay_microseconds`.
  public var maxDelay: SimDuration
  /// The number of priority levels, or zero when all requests are equal; level 1 goes first.
  public var priorityLevels: Int
  /// The level of a request that says none; from 1 to `priorityLevels` where there are levels.
  public var defaultLevel: Int
  /// What holds for each level without a policy of its own; `default_queue_policy`.
  public var defaultPolicy: QueuePolicy
  /// What holds for some levels; `priority_queue_policy`. Not looked at without levels.
  public var policies: [Int: QueuePolicy]
  /// Whether a batch that waits for an instance takes in what comes, as in Triton from 22.01 on
  /// (triton-inference-server/server pull request 3812); before, it was closed once formed.
  public var growsWaiting: Bool
  /// The priority that the requests of a population say, by its name.
  public var populationLevels: [String: Int]
  /// The timeout that the requests of a population say, by its name.
  public var populationTimeouts: [String: SimDuration]

  /// A way of batching; by default, as in Triton, an idle instance takes what is there.
  public init(
    max: Int, preferred: [Int] = [], maxDelay: SimDuration = .zero, priorityLevels: Int = 0,
    defaultLevel: Int = 0, defaultPolicy: QueuePolicy = QueuePolicy(),
    policies: [Int: QueuePolicy] = [:], growsWaiting: Bool = true,
    populationLevels: [String: Int] = [:],
    populationTimeouts: [String: SimDuration] = [:]
  ) {
    self.max = max
    self.preferred = preferred
    self.maxDelay = maxDelay
    self.priorityLevels = priorityLevels
    self.defaultLevel = defaultLevel
    self.defaultPolicy = defaultPolicy
    self.policies = policies
    self.growsWaiting = growsWaiting
    self.populationLevels = populationLevels
    self.populationTimeouts = populationTimeouts
  }

  /// The level at which a request waits that says `priority`, or 0 for none.
  ///
  /// Without levels all wait at level 0; a priority beyond the lowest level is the default's.
  public func level(ofPriority priority: Int) -> Int {
    guard priorityLevels > 0 else { return 0 }
    return (1...priorityLevels).contains(priority) ? priority : defaultLevel
  }

  /// What holds at a level.
  public func policy(ofLevel level: Int) -> QueuePolicy {
    priorityLevels > 0 ? policies[level] ?? defaultPolicy : defaultPolicy
  }
}
