import Autoscaling
import Capacity
import Kernel

/// What a policy's reader knows of the pool that it is to scale.
struct ScalerPlace {
  /// The pool's name.
  var name: String
  /// The fewest replicas.
  var min: Int
  /// The most; those of a pool that could not be read are as many as there can be.
  var max: Int
  /// The replicas at the beginning.
  var initial: Int
  /// How long a replica takes from launch to ready, seldom longer.
  var startTime: SimDuration
  var clock: Clock
  /// Whether a schedule beside the policy brings replicas back to a pool that is empty.
  var isWokenBySchedule = false

  init(name: String, min: Int, max: Int, initial: Int, startTime: SimDuration, clock: Clock) {
    self.name = name
    self.min = min
    self.max = max
    self.initial = initial
    self.startTime = startTime
    self.clock = clock
  }

  /// The place of a pool, which is nil when it could not be read; then it contradicts nothing.
  init(name: String, pool: Pool?, clock: Clock) {
    self.init(
      name: name, min: pool?.min ?? 1, max: pool?.max ?? ScenarioWalk.instanceLimit,
      initial: pool?.initial ?? 1,
      startTime: pool?.start.lengthSeldomExceeded ?? .zero, clock: clock)
  }
}

/// How the pools of an architecture are scaled.
struct ReadScaling {
  var autoscalers: [PoolAutoscaler] = []
  var clairvoyants: [ClairvoyantScaling] = []
  var mixes: [MixScaling] = []
  /// Where each pool is named that is scaled, readable or not, in the order met.
  var named: [(pool: String, node: YAMLNode)] = []

  /// Where a pool is said to be scaled already.
  func node(of pool: String) -> YAMLNode? { named.first { $0.pool == pool }?.node }
}

extension ScenarioWalk {
  /// Reports a pool that may go to zero under a policy that nothing would bring back from there.
  mutating func checkWaking(_ wakes: Bool, _ place: ScalerPlace, at node: YAMLNode) {
    guard place.min == 0, !wakes, !place.isWokenBySchedule else { return }
    report(.neverWakes(pool: place.name), at: node, against: nil)
  }
}
