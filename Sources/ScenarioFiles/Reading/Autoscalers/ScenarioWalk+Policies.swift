import Autoscaling
import Capacity

extension ScenarioWalk {
  /// The policies that look at one pool, by their names in files.
  private enum PolicyName: String, CaseIterable {
    case hpa, kpa, keda
    case targetTracking = "target_tracking"
    case stepScaling = "step_scaling"
    case mig
    case rayServe = "ray_serve"
    case thresholds, predictive
  }

  /// The names of the policies that look at one pool; a schedule may stand beside each.
  static var policyNames: [String] { PolicyName.allCases.map(\.rawValue) }
  /// What a policy of one pool may be, the schedule included.
  static var policyKeys: [String] { policyNames + ["schedule"] }

  /// A mapping with one policy, alone in a file of policies.
  mutating func policy(_ node: YAMLNode, _ place: ScalerPlace) -> PoolAutoscaler? {
    guard let section = section(node, "a policy", keys: Self.policyKeys) else { return nil }
    if section.given(Self.policyNames).isEmpty {
      guard section.unknownKeys.isEmpty || section["schedule"] != nil else { return nil }
      guard choice(of: Self.policyKeys, in: section) != nil else { return nil }
    }
    return policy(section, place)
  }

  /// The policy of a section that has one, or a schedule, or both.
  mutating func policy(_ section: Section, _ place: ScalerPlace) -> PoolAutoscaler? {
    var place = place
    let schedule = section["schedule"].flatMap { self.schedule($0, place) }
    // A schedule that could not be read might have woken it: one mistake is told, not two.
    place.isWokenBySchedule =
      section["schedule"] != nil
      && schedule?.rules.contains { max($0.minimum ?? 0, $0.desired ?? 0) > 0 } ?? true
    guard section.given(Self.policyNames).isEmpty else {
      guard let key = choice(of: Self.policyNames, in: section), let node = section[key],
        let name = PolicyName(rawValue: key), var scaler = policy(name, node, place)
      else { return nil }
      if let schedule { scaler.policy = Self.scheduled(scaler.policy, schedule) }
      return scaler
    }
    return schedule.map { scheduled($0, place) }
  }

  private mutating func policy(
    _ name: PolicyName, _ node: YAMLNode, _ place: ScalerPlace
  ) -> PoolAutoscaler? {
    switch name {
    case .hpa: horizontal(node, place)
    case .kpa: knative(node, place)
    case .keda: keda(node, place)
    case .targetTracking: targetTracking(node, place)
    case .stepScaling: stepScaling(node, place)
    case .mig: managedInstanceGroup(node, place)
    case .rayServe: rayServe(node, place)
    case .thresholds: thresholds(node, place)
    case .predictive: predictive(node, place)
    }
  }
}
