public import Kernel

/// What one hour cost under a commitment; the three parts are the whole of it.
public struct CommitmentSettlement: Hashable, Sendable {
  /// The part of the commitment that usage took up.
  public var used: Money
  /// The part of the commitment that was paid and not used.
  public var wasted: Money
  /// Usage past the commitment, at on-demand prices.
  public var onDemand: Money

  /// An hour of three parts.
  public init(used: Money, wasted: Money, onDemand: Money) {
    self.used = used
    self.wasted = wasted
    self.onDemand = onDemand
  }

  /// The hour's cost.
  public var total: Money { used + wasted + onDemand }
}
