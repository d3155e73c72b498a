import Autoscaling
import Testing

extension KEDAConformanceTests {
  func jobStrategy(_ vector: Vector) throws {
    let input = vector.input
    let allowance = try strategy(input).allowance(
      maxScale: try #require(input["max_scale"]?.int),
      running: try #require(input["running"]?.int), pending: input["pending"]?.int ?? 0,
      most: input["max_replicas"]?.int ?? 100, scaleTo: input["scale_to"]?.int ?? 0)
    vector.check([
      "effective_max_scale": .int(allowance.effectiveMaxScale),
      "scale_to": .int(allowance.scaleTo),
    ])
  }

  func jobDecision(_ vector: Vector) throws {
    let input = vector.input
    let job = ScaledJob(
      minReplicas: input["min_replicas"]?.int ?? 0, maxReplicas: input["max_replicas"]?.int ?? 100,
      strategy: try strategy(input))
    let allowance = job.allowance(
      maxScale: try #require(input["max_scale"]?.int),
      scaleTo: try #require(input["scale_to"]?.int),
      running: try #require(input["running"]?.int), pending: input["pending"]?.int ?? 0)
    let created = job.jobsCreated(allowance, isActive: input["active"]?.bool ?? true)
    vector.check([
      "effective_max_scale": .int(allowance.effectiveMaxScale),
      "scale_to": .int(allowance.scaleTo), "jobs_created": .int(created),
    ])
  }

  func jobState(_ vector: Vector) throws {
    let input = vector.input
    let triggers = try #require(input["triggers"]?.array).map { trigger in
      let parts = try #require(trigger.array)
      return ScaledJobQueue(
        length: try #require(parts[0].double), target: try #require(parts[1].double),
        isActive: try #require(parts[2].bool as Bool?))
    }
    let name = input["calculation"]?.string ?? ""
    let total = ScaledJobQueue.total(
      of: triggers,
      by: name.isEmpty ? .max : try #require(ScaledJobQueue.Calculation(rawValue: name)),
      minReplicas: input["min_replicas"]?.int ?? 0, maxReplicas: input["max_replicas"]?.int ?? 100)
    vector.check([
      "active": .bool(total.isActive), "queue_length": .int(total.queueLength),
      "max_scale": .int(total.maxScale),
    ])
  }

  /// The strategy of a job; one that is not known is the default, as in the original.
  private func strategy(_ input: JSONValue) throws -> ScaledJobStrategy {
    switch input["strategy"]?.string {
    case "custom":
      let share = input["running_job_percentage"]
      return .custom(
        queueLengthDeduction: input["queue_length_deduction"]?.int,
        runningJobPercentage: share?.double ?? share?.string.flatMap { Double($0) })
    case "accurate": return .accurate
    case "eager": return .eager
    default: return .standard
    }
  }
}
