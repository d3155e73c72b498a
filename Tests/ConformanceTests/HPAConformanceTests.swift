import Autoscaling
import Kernel
import Testing

/// Runs the vectors of the Kubernetes HPA, by kind.
struct HPAConformanceTests {
  @Test(arguments: Vector.all("hpa"))
  func `the autoscaler does what Kubernetes does`(_ vector: Vector) throws {
    let input = HPAInput(vector.input)
    switch vector.kind {
    case "replica_calc": vector.check(try input.replicaCalculation())
    case "usage_ratio": vector.check(try input.usageRatio())
    case "group_pods": vector.withSortedNames.check(try input.podGroups())
    case "bounds_no_behavior": vector.check(try input.boundsWithoutBehavior())
    case "scale_up_limit_no_behavior": vector.check(try input.scaleUpLimitWithoutBehavior())
    case "stabilize_no_behavior": vector.check(try input.stabilizationWithoutBehavior())
    case "normalize_no_behavior": vector.check(try input.normalizationWithoutBehavior())
    case "behavior_limit": vector.check(try input.behaviorLimit())
    case "events_in_period": vector.check(try input.eventsInPeriod())
    case "behavior_rate": vector.check(try input.behaviorRate())
    case "stabilize_behavior": vector.check(try input.stabilizationWithBehavior())
    case "normalize_behavior": vector.check(try input.normalizationWithBehavior())
    case "store_scale_event": vector.check(try input.storedScaleEvent())
    case "reconcile": vector.check(try input.reconciliation())
    case "sequence": vector.check(try input.sequence())
    default: vector.unknownKind()
    }
  }
}

extension Vector {
  /// The vector with its lists of names sorted: their order says nothing.
  fileprivate var withSortedNames: Vector {
    var sorted = self
    guard case .object(var members) = expect else { return self }
    for (key, value) in members {
      if let names = value.array?.compactMap(\.string) {
        members[key] = .array(names.sorted().map { .string($0) })
      }
    }
    sorted.expect = .object(members)
    return sorted
  }
}
