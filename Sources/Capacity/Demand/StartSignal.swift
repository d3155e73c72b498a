public import Kernel

/// How users say that they are about to start: on opening a lobby, or choosing an effect.
///
/// Everybody who announces a session starts it, exactly so long after; nobody changes their mind.
public struct StartSignal: Hashable, Sendable {
  /// How long before its start a session is announced; positive.
  public var before: SimDuration
  /// The share of sessions that are announced, from 0 to 1; drawn for each session.
  public var share: Double

  /// A signal `before` the start of a share of the sessions.
  public init(before: SimDuration, share: Double = 1) {
    precondition(before > .zero, "a signal comes before a start")
    precondition((0...1).contains(share), "a share lies within 0...1")
    self.before = before
    self.share = share
  }
}
