public import Kernel

/// A market that is open and closed by turns.
///
/// While it is open every launch succeeds. At the end of an up-time the provider needs its
/// capacity: it takes a share of the instances there and gives none for a down-time, in which
/// every launch fails. So a closing and a reclaim are one thing, seen from the launches and from
/// the instances.
public struct SpotCycle: Hashable, Sendable {
  /// How long the market is open, in seconds; a draw below 1 s counts as 1 s. Where regional
  /// shocks close the market early, spans are shorter than this.
  public var upTime: Distribution
  /// How long it is closed, in seconds; a draw below 1 s counts as 1 s.
  public var downTime: Distribution
  /// How much is taken at the end of an up-time.
  public var share: ReclaimShare
  /// Whether the simulation finds the market open at the start of an up-time; otherwise it finds
  /// it as anyone would who comes at any moment.
  public var beginsOpen: Bool

  /// A market by turns open and closed.
  public init(
    upTime: Distribution, downTime: Distribution, share: ReclaimShare = .measured,
    beginsOpen: Bool = false
  ) {
    self.upTime = upTime
    self.downTime = downTime
    self.share = share
    self.beginsOpen = beginsOpen
  }
}
