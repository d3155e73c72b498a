public import Kernel

/// What time a request is billed for.
public struct BilledTime: Hashable, Sendable, BitwiseCopyable {
  /// Each request's time is rounded up to a multiple of this; positive.
  public var granule: SimDuration
  /// Whether the first request of an instance pays for its initialisation.
  public var billsInitialisation: Bool

  /// Time in whole granules.
  public init(granule: SimDuration, billsInitialisation: Bool) {
    precondition(granule > .zero, "a granule is positive")
    self.granule = granule
    self.billsInitialisation = billsInitialisation
  }

  /// The time that one request is billed for; `initialisation` is zero on a warm instance.
  public func callAsFunction(
    of execution: SimDuration, initialisation: SimDuration = .zero
  ) -> SimDuration {
    (billsInitialisation ? execution + initialisation : execution).roundedUp(to: granule)
  }
}
