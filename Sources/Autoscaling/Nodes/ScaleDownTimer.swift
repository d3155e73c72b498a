public import Kernel

/// When the Cluster Autoscaler may remove a node: its scale-down timing.
///
/// After kubernetes/autoscaler, `core/scaledown/unneeded/nodes.go`: a node must have been unneeded
/// at consecutive scans for strictly longer than its time, one scan at which it is needed begins
/// anew; no removal before a time has passed since the last scale-up, but the clock runs on.
public struct ScaleDownTimer: Hashable, Sendable {
  /// The times of scale-down, with the Cluster Autoscaler's defaults.
  public struct Settings: Hashable, Sendable {
    /// `scale-down-unneeded-time`: how long a ready node must be unneeded; 10 min.
    public var unneededTime: SimDuration
    /// `scale-down-unready-time`: how long a node that is not ready must be; 20 min.
    public var unreadyTime: SimDuration
    /// `scale-down-delay-after-add`: no removal before that after a scale-up; 10 min.
    public var delayAfterAdd: SimDuration
    /// `scale-down-delay-after-failure`: the same after a scale-up that failed; 3 min.
    public var delayAfterFailure: SimDuration

    /// Times of scale-down.
    public init(
      unneededTime: SimDuration = .minutes(10), unreadyTime: SimDuration = .minutes(20),
      delayAfterAdd: SimDuration = .minutes(10), delayAfterFailure: SimDuration = .minutes(3)
    ) {
      self.unneededTime = unneededTime
      self.unreadyTime = unreadyTime
      self.delayAfterAdd = delayAfterAdd
      self.delayAfterFailure = delayAfterFailure
    }
  }

  /// Since when one node is unneeded.
  public struct Clock: Hashable, Sendable {
    /// The first of the consecutive scans at which it was unneeded, or nil.
    public private(set) var since: SimTime?

    /// The clock of a node that is needed.
    public init() {}

    /// Notes a scan.
    public mutating func observe(isUnneeded: Bool, at now: SimTime) {
      since = isUnneeded ? since ?? now : nil
    }
  }

  private let settings: Settings
  private var held: SimTime?

  /// A timer that has seen no scale-up.
  public init(_ settings: Settings) { self.settings = settings }

  /// Notes that nodes were asked for.
  public mutating func added(at now: SimTime) { hold(until: now + settings.delayAfterAdd) }

  /// Notes that nodes which were asked for did not come.
  public mutating func failed(at now: SimTime) { hold(until: now + settings.delayAfterFailure) }

  /// Whether removals are held back; at its end the delay is over.
  public func isHeld(at now: SimTime) -> Bool { held.map { now < $0 } ?? false }

  /// Whether a node may go now.
  public func allowsRemoval(_ clock: Clock, isReady: Bool = true, at now: SimTime) -> Bool {
    guard let since = clock.since, !isHeld(at: now) else { return false }
    return since + (isReady ? settings.unneededTime : settings.unreadyTime) < now
  }

  private mutating func hold(until end: SimTime) { held = held.map { max($0, end) } ?? end }
}
