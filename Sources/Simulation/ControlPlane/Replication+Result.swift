import Capacity
import Kernel
import Statistics

extension Replication {
  /// The result, once conservation has been checked.
  func result() throws(RunFailure) -> ReplicationResult {
    let populations = populationResults()
    for population in populations where population.offered != population.outcomes.total {
      throw broken(
        .frames(
          population: population.name, offered: population.offered,
          accounted: population.outcomes.total))
    }
    let bills = bills(scenario.clock)
    try checkInstanceTime(bills)
    let ledger = ledger(bills, scenario.clock)
    if ledger.isPastMoney { throw .billTooLarge(architecture: architecture.name) }
    var rows = recorder.rows
    let costs = ledger.spread(over: recorder, rows)
    for index in rows.indices { rows[index].cost = costs[index] }
    var result = ReplicationResult(
      replication: number, metrics: [:], populations: populations, timeline: rows,
      instances: bills.instances.map(\.life) + bills.nodes.map(\.life)
        + bills.functions.map(\.life),
      decisions: decisions, ledger: ledger.lines, reservable: ledger.reservable)
    result.metrics = metrics(of: result)
    return result
  }

  private func broken(_ law: ConservationViolation.Law) -> RunFailure {
    .broken(
      ConservationViolation(architecture: architecture.name, replication: number, law: law))
  }

  private func populationResults() -> [PopulationResult] {
    scenario.populations.indices.map { index in
      PopulationResult(
        name: scenario.populations[index].name, offered: tally.offered[index],
        outcomes: tally.outcomes(ofPopulation: index),
        latency: tally.latency(ofPopulation: index), retries: tally.retries[index])
    }
  }

  /// The time that machines lived must be the time that the fleet's size adds up to.
  private func checkInstanceTime(_ bills: Bills) throws(RunFailure) {
    for pool in pools.indices {
      let machines =
        plan.function != nil
        ? bills.functions.map(\.lived)
        : pools[pool].pool.nodes == nil
          ? bills.instances.filter { $0.pool == pool }.map(\.lived)
          : bills.nodes.filter { $0.pool == pool }.map(\.lived)
      let lived = machines.reduce(Int128(0)) { $0 + Int128($1.nanoseconds) }
      guard lived != pools[pool].billedArea else { continue }
      throw broken(
        .instanceTime(
          pool: pools[pool].pool.name, lived: Double(lived) / 1e9,
          billed: Double(pools[pool].billedArea) / 1e9))
    }
  }

  private func metrics(of result: ReplicationResult) -> [Metric: Double] {
    var metrics: [Metric: Double] = [:]
    addCosts(of: result, to: &metrics)
    addLatencies(of: result, to: &metrics)
    addOutcomes(of: result, to: &metrics)
    addFleet(of: result, to: &metrics)
    addFunctions(to: &metrics)
    return metrics
  }

  private func addLatencies(of result: ReplicationResult, to metrics: inout [Metric: Double]) {
    var total = Histogram()
    var queue = Histogram()
    for population in result.populations {
      total.merge(population.latency.total)
      queue.merge(population.latency.queue)
    }
    let quantiles: [(Metric, Double)] = [
      (.p50Latency, 0.5), (.p90Latency, 0.9), (.p95Latency, 0.95), (.p99Latency, 0.99),
      (.p999Latency, 0.999),
    ]
    for (metric, p) in quantiles { metrics[metric] = total.quantile(p)?.milliseconds }
    metrics[.meanLatency] = total.mean?.milliseconds
    metrics[.p95Wait] = queue.quantile(0.95)?.milliseconds
    metrics[.meanWait] = queue.mean?.milliseconds
  }

  private func addOutcomes(of result: ReplicationResult, to metrics: inout [Metric: Double]) {
    let offered = result.populations.reduce(0) { $0 + $1.offered }
    let outcomes = result.populations.reduce(OutcomeCounts()) { $0 + $1.outcomes }
    metrics[.framesOffered] = Double(offered)
    metrics[.framesServed] = Double(outcomes[.served])
    let retries = result.populations.reduce(0) { $0 + $1.retries }
    if plan.hasRetries { metrics[.retries] = Double(retries) }
    guard offered > 0 else { return }
    if plan.hasRetries {
      metrics[.attemptsPerFrame] = Double(offered + retries) / Double(offered)
    }
    func share(_ frames: Int64) -> Double { Double(frames) / Double(offered) }
    metrics[.lateOrDropped] = share(offered - outcomes[.served])
    metrics[.late] = share(outcomes[.late])
    metrics[.dropped] = share(outcomes[.dropped])
    metrics[.rejected] = share(outcomes[.rejected])
    metrics[.failed] = share(outcomes[.failed])
  }

  private func addFleet(of result: ReplicationResult, to metrics: inout [Metric: Double]) {
    let span = Double(scenario.clock.measure.nanoseconds)
    let lanes = Double(recorder.servingArea - recorder.lanesAtZero)
    if lanes > 0 { metrics[.utilization] = Double(busyAtEnd - recorder.busyAtZero) / lanes }
    if tally.batches > 0 {
      metrics[.meanBatch] = Double(tally.batchedFrames) / Double(tally.batches)
      metrics[.beyondCurve] = Double(tally.batchesBeyondCurve) / Double(tally.batches)
    }
    let billed = pools.reduce(Int128(0)) { $0 + $1.billedArea }
    metrics[.meanInstances] = Double(billed) / span
    metrics[.maxInstances] = Double(recorder.maxInstances)
    metrics[.coldStarts] = Double(recorder.coldStarts)
    metrics[.interruptions] = Double(result.instances.filter { $0.end == .interrupted }.count)
    if pools.contains(where: { $0.fleet?.mix.fallsBack ?? false }) {
      metrics[.onFallback] = Double(recorder.timeOnFallback.nanoseconds) / span
    }
    metrics[.atMaximum] = Double(recorder.timeAtMaximum.nanoseconds) / span
  }
}
