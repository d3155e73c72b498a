public import Kernel

/// Karpenter's batching of pods that need a node: a window opens with the first pod and closes
/// after a time without a new one, or after the longest time.
///
/// After kubernetes-sigs/karpenter v1.14, `provisioning/batcher.go`. The same pod again does not
/// extend a window. Pods that come while the last batch is scheduled open the next window at its
/// end. A pod at the very instant of closing belongs to the next window.
public struct KarpenterBatcher: Hashable, Sendable {
  /// A batch of pods, once closed.
  public struct Window: Hashable, Sendable {
    /// When the first pod opened it, or when scheduling of the batch before ended.
    public var opened: SimTime
    /// When it closed and scheduling began.
    public var closed: SimTime
    /// How many different pods it holds; at least 1.
    public var pods: Int
  }

  private let idle: SimDuration
  private let max: SimDuration
  private let scheduling: SimDuration
  /// The pods of the open window, in the order of their numbers.
  private var pods: [Int] = []
  private var opened = SimTime.zero
  private var lastNew = SimTime.zero
  private var busyUntil: SimTime?

  /// A batcher without pods; Karpenter says 1 s idle and 10 s at most.
  public init(
    idle: SimDuration = .seconds(1), max: SimDuration = .seconds(10),
    scheduling: SimDuration = .zero
  ) {
    self.idle = idle
    self.max = max
    self.scheduling = scheduling
  }

  /// When the open window closes if no other pod comes, or nil without a window.
  public var closes: SimTime? {
    pods.isEmpty ? nil : Swift.min(opened + max, lastNew + idle)
  }

  /// Adds a pod that needs a node. Windows that are over by then must have been closed.
  public mutating func trigger(pod: Int, at now: SimTime) {
    precondition(closes.map { now < $0 } ?? true, "a window that is over must be closed first")
    let place = place(of: pod)
    if place < pods.count, pods[place] == pod { return }
    let seen = busyUntil.map { Swift.max(now, $0) } ?? now
    if pods.isEmpty { opened = seen }
    lastNew = seen
    pods.insert(pod, at: place)
  }

  /// Closes the window if it is over at `now`; nil when it is not or there is none.
  public mutating func close(at now: SimTime) -> Window? {
    guard let closes, closes <= now else { return nil }
    let window = Window(opened: opened, closed: closes, pods: pods.count)
    pods.removeAll(keepingCapacity: true)
    busyUntil = closes + scheduling
    return window
  }

  /// The first place whose pod is not below `pod`.
  private func place(of pod: Int) -> Int {
    var low = 0
    var high = pods.count
    // Every pod before `low` is below `pod`, none from `high` on is.
    while low < high {
      let middle = (low + high) / 2
      if pods[middle] < pod { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
