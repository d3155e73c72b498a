import Autoscaling
import Kernel
import Testing

struct ManagedInstanceGroupPolicyTests {
  static func policy(_ signals: [ManagedInstanceGroupPolicy.Signal]) -> ManagedInstanceGroupPolicy {
    ManagedInstanceGroupPolicy(.init(signals: signals, size: .init(min: 1, max: 20)))
  }

  @Test func `the signal that asks for most decides`() {
    var policy = Self.policy([
      .init(target: 0.6, isTotal: false), .init(target: 10, isTotal: true),
    ])
    // 4 × 0.9 / 0.6 = 6 against 75 / 10 = 7.5.
    let found = policy.decide(.init(wanted: 4, ready: 4, metrics: [0.9, 75]), at: .zero)
    #expect((found.replicas, found.recommended, found.reason) == (8, 8, .metric))
  }

  @Test func `a step of load is met at once and left ten minutes after it ends`() {
    var policy = Self.policy([.init(target: 10, isTotal: true)])
    var wanted = 1
    var changes: [Int64: Int] = [:]
    for minute in 0..<Int64(30) {
      let load = (5..<10).contains(minute) ? 80.0 : 10
      let next = policy.decide(
        .init(wanted: wanted, ready: wanted, metrics: [load]), at: .zero + .minutes(minute)
      ).replicas
      if next != wanted { changes[minute] = next }
      wanted = next
    }
    // The last look at the load is at 9 min; 19 min is the last look that still sees it.
    #expect(changes == [5: 8, 20: 1])
  }

  @Test func `starting instances do not multiply the need`() {
    var policy = Self.policy([.init(target: 0.5, isTotal: false)])
    let first = policy.decide(.init(wanted: 4, ready: 4, metrics: [1]), at: .zero)
    let second = policy.decide(
      .init(wanted: 8, ready: 4, starting: 4, metrics: [1]), at: .zero + .minutes(1))
    #expect([first.replicas, second.replicas] == [8, 8])
  }

  @Test func `a signal that cannot be read keeps the group from shrinking`() {
    var policy = Self.policy([
      .init(target: 10, isTotal: true), .init(target: 10, isTotal: true),
    ])
    let blind = policy.decide(.init(wanted: 6, ready: 6, metrics: [nil, nil]), at: .zero)
    #expect((blind.replicas, blind.reason) == (6, .noMetric))
    let half = policy.decide(
      .init(wanted: 6, ready: 6, metrics: [20, nil]), at: .zero + .hours(1))
    #expect(half.replicas == 6)
    let seen = policy.decide(
      .init(wanted: 6, ready: 6, metrics: [20, 30]), at: .zero + .hours(2))
    #expect(seen.replicas == 3)
  }
}
