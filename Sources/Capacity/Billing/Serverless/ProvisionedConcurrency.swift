public import Kernel

/// Function environments kept ready, paid from enabling to disabling, with their own price for
/// the time they execute.
///
/// AWS Lambda (pricing page): the concurrency configured times the memory, from the time it is
/// enabled until it is disabled, rounded up to five minutes; requests and duration on top, the
/// duration at a lower price. Executions past the concurrency are billed as usual.
public struct ProvisionedConcurrency: Hashable, Sendable {
  /// What one environment holds, at the price of being ready.
  public var ready: ResourcePrice
  /// What requests on a provisioned environment cost.
  public var execution: RequestBilling
  /// The time from enabling to disabling is rounded up to a multiple of this; positive.
  public var granule: SimDuration

  /// Environments kept ready.
  public init(
    ready: ResourcePrice, execution: RequestBilling, granule: SimDuration = .minutes(5)
  ) {
    precondition(granule > .zero, "a granule is positive")
    self.ready = ready
    self.execution = execution
    self.granule = granule
  }

  /// What `environments` have cost that were enabled at `start` and are disabled, or still on, at
  /// `end`; never falls as `end` grows. Rounded half up once.
  public func charge(environments: Int, from start: SimTime, until end: SimTime) -> Money {
    precondition(environments >= 0, "a concurrency is not negative")
    return ready.cost(of: (end - start).roundedUp(to: granule) * Int64(environments))
  }
}
