import Autoscaling
import Capacity
import Kernel

/// A pool whose size is decided ahead of time, with what is left of the plan.
struct PlannedPool {
  let pool: Int
  /// Wanted replicas from each instant on, and the next of them.
  let plan: [ReplicaStep]
  var next = 0
}

extension Replication {
  /// Plans the pools that perfect foresight scales.
  mutating func beginForesight() {
    for scaling in architecture.clairvoyants {
      guard let pool = pools.firstIndex(where: { $0.pool.name == scaling.pool }) else {
        preconditionFailure("foresight names a pool of its architecture")
      }
      planned.append(PlannedPool(pool: pool, plan: plan(pool, filling: scaling.filling ?? 1)))
      scheduleNextStep(of: planned.count - 1)
    }
  }

  private func plan(_ index: Int, filling: Double) -> [ReplicaStep] {
    let pool = pools[index].pool
    let serving = architecture.serving
    guard let curve = serving.model.curve(on: pool.instance.gpu, precision: serving.precision)
    else { preconditionFailure("a scenario has a curve for every pool's GPU") }
    let profile = WorkProfile(
      scenario,
      workPerFrame: curve.leastWork(
        maxBatch: serving.maxBatch, lanes: serving.lanesPerGPU), random: random)
    let required = profile.required(
      capacity: filling * Double(pool.instance.gpus), from: scenario.clock.beginning
    ).map {
      ReplicaStep(time: $0.time, replicas: min(max($0.replicas, pool.min), pool.max))
    }
    let problem = PerfectSchedule.Problem(
      required: required, coldStart: pool.start.lengthSeldomExceeded,
      minimumCharge: pool.minimumBilled, start: scenario.clock.beginning,
      end: scenario.clock.end, initial: pool.initial)
    return PerfectSchedule(problem).wanted
  }

  private mutating func scheduleNextStep(of index: Int) {
    let state = planned[index]
    guard state.next < state.plan.count else { return }
    events.schedule(.planned, at: max(state.plan[state.next].time, now), entity: index)
  }

  /// Does the next step of a plan.
  mutating func followPlan(_ index: Int) {
    let pool = planned[index].pool
    let to = min(planned[index].plan[planned[index].next].replicas, pools[pool].pool.max)
    planned[index].next += 1
    let from = pools[pool].wanted
    if to != from {
      pools[pool].wanted = to
      decide(
        who: "autoscaler", pool: pool, what: to > from ? "scale_up" : "scale_down",
        why: "clairvoyant: what is to come needs it", from: from, to: to)
      reconcile(pool)
    }
    scheduleNextStep(of: index)
  }
}
