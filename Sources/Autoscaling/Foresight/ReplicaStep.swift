public import Kernel

/// One step of a number of replicas that changes in time: from `time` until the next step.
public struct ReplicaStep: Hashable, Sendable {
  /// From when.
  public var time: SimTime
  /// How many; at least 0.
  public var replicas: Int

  /// A step.
  public init(time: SimTime, replicas: Int) {
    self.time = time
    self.replicas = replicas
  }
}
