import Capacity
import Kernel

extension Replication {
  /// Who used what.
  func attribution() -> Attribution {
    let outcomes = scenario.populations.indices.map { tally.outcomes(ofPopulation: $0) }
    return Attribution(
      populations: scenario.populations.map(\.name),
      used: pools.indices.map { tally.use(ofPool: $0) },
      offered: scenario.populations.indices.map { Int128(tally.offered[$0]) },
      answered: outcomes.map { Int128($0[.served] + $0[.late]) })
  }

  /// What service charges of a span from time zero are counted by.
  func serviceUse(span: SimDuration, pulls: Int64) -> ServiceUse {
    let outcomes = totalOutcomes
    return ServiceUse(
      span: span, offered: totalOffered, answered: outcomes[.served] + outcomes[.late],
      pulls: pulls,
      fetchedFromElsewhere: Bytes(pools.reduce(0) { $0 + $1.fetched.fromElsewhere }))
  }

  /// Whether a cold start has loaded its model within the measured span, and not from a copy.
  func isPull(_ state: InstanceState) -> Bool {
    guard let loaded = state.loaded, loaded >= .zero else { return false }
    return !state.hasLoadedCopy && !state.isInitial
  }

  func addCosts(of result: ReplicationResult, to metrics: inout [Metric: Double]) {
    let cost = result.cost
    let overhead = result.ledger.reduce(Money.zero) {
      $1.category == .overhead ? $0 + $1.amount : $0
    }
    addUnitCosts(cost, of: result, to: &metrics) { $0 }
    if overhead > .zero {
      addUnitCosts(cost - overhead, of: result, to: &metrics) { $0.withoutOverhead }
    }
    metrics[.meanUsers] = Double(recorder.userArea) / 3.6e12 / scenario.clock.measure.hours
    metrics[.maxUsers] = Double(recorder.maxUsers)
  }

  /// Gives the cost by everything it is told by, each figure under the name that `name` gives it.
  private func addUnitCosts(
    _ cost: Money, of result: ReplicationResult, to metrics: inout [Metric: Double],
    name: (Metric) -> Metric?
  ) {
    let clock = scenario.clock
    let outcomes = result.populations.reduce(OutcomeCounts()) { $0 + $1.outcomes }
    let streamHours = recorder.streamAreas.reduce(0) { $0 + Double($1) / 3.6e12 }
    let figures: [(Metric, Double)] = [
      (.cost, 1), (.costPerMonth, clock.measure.hours / clock.month.hours),
      (.costPerFrame, Double(outcomes[.served] + outcomes[.late])),
      (.costPer1000Served, Double(outcomes[.served]) / 1000),
      (.costPerUserHour, Double(recorder.userArea) / 3.6e12),
      (.costPerStreamHour, streamHours), (.costPerGoodStreamHour, goodStreamHours(of: result)),
    ]
    for (metric, amount) in figures where amount > 0 {
      if let name = name(metric) { metrics[name] = cost.dollars / amount }
    }
  }

  /// Stream time in which frames were answered on time: of each population its stream-hours times
  /// the share of its frames that were served, which is what counting each frame on time as one
  /// period of its stream comes to.
  private func goodStreamHours(of result: ReplicationResult) -> Double {
    var hours = 0.0
    for (index, area) in recorder.streamAreas.enumerated() {
      let population = result.populations[index]
      guard population.offered > 0 else { continue }
      let share = Double(population.outcomes[.served]) / Double(population.offered)
      hours += Double(area) / 3.6e12 * share
    }
    return hours
  }
}
