public import Kernel

/// Containers billed for their whole life, idle or not.
///
/// Google Cloud Run with instance-based billing (pricing page): rounded up to 100 ms. Modal and
/// RunPod: by the second from the start of the container, idle time until it is taken down
/// included.
public struct ContainerBilling: Hashable, Sendable {
  /// What a container holds.
  public var resources: [ResourcePrice]
  /// A container's life is rounded up to a multiple of this; positive.
  public var granule: SimDuration

  /// Billing for containers' lives.
  public init(resources: [ResourcePrice], granule: SimDuration) {
    precondition(granule > .zero, "a granule is positive")
    self.resources = resources
    self.granule = granule
  }

  /// What a container has cost that began at `start` and ends, or still lives, at `end`.
  ///
  /// Never falls as `end` grows: a state's charge is the difference at its ends. Each resource is
  /// rounded half up once.
  public func charge(from start: SimTime, until end: SimTime) -> Money {
    let life = (end - start).roundedUp(to: granule)
    return resources.reduce(.zero) { $0 + $1.cost(of: life) }
  }
}
