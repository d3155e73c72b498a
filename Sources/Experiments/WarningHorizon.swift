import Capacity
import Kernel

extension Warning {
  /// A span that cuts the demand's day or week, unless the scenario says what a month is.
  static func shortHorizon(_ scenario: Scenario) -> Warning? {
    let clock = scenario.clock
    guard !clock.monthIsStated else { return nil }
    let cycles = scenario.populations.compactMap { $0.arrivals.cycle }
    guard let cycle = cycles.max(), clock.measure < cycle else { return nil }
    return .shortHorizon(span: clock.measure, cycle: cycle)
  }
}

extension Arrivals {
  /// How long the demand takes to come round: a day, a week, or nil for a demand without either.
  var cycle: SimDuration? {
    guard case .poisson(let curve) = self else { return nil }
    return curve.factors.compactMap(\.cycle).max()
  }
}

extension DemandFactor {
  fileprivate var cycle: SimDuration? {
    switch self {
    case .hourly(let values): Self.varies(values) ? .days(1) : nil
    case .harmonics(let harmonics):
      harmonics.contains { $0.amplitude != 0 } ? .days(1) : nil
    case .weekdays(let values): Self.varies(values) ? .days(7) : nil
    case .steps, .ramps, .flash, .bursts: nil
    }
  }

  private static func varies(_ values: [Double]) -> Bool {
    values.contains { $0 != values[0] }
  }
}
