public import Capacity
public import Kernel
public import Simulation
import Statistics

/// Finds how long a service needs to forget that it began empty.
///
/// A pilot plays each architecture from the beginning, without warm-up, under the demand's mean:
/// what varies by plan (days, crowds, traces) would be taken for a transient. The series of users,
/// of frames waiting and of utilisation, each averaged over replications, are truncated by MSER-5;
/// the longest truncation counts.
public struct WarmUpSearch: Sendable {
  private let pilots: [Scenario]
  private static let replications = 5
  private static let intervals: Int64 = 500
  /// The most frames in a pilot, over its replications: a second or so of work.
  private static let mostFrames = 3e7

  /// A search for a scenario.
  public init(_ scenario: Scenario) {
    var pilot = scenario
    pilot.populations = scenario.populations.map { $0.withoutPlan(over: scenario.clock) }
    let span = Self.span(of: scenario)
    pilot.clock.warmUp = .zero
    pilot.clock.measure = span
    pilot.clock.interval = SimDuration(
      nanoseconds: max(1, span.nanoseconds / Self.intervals))
    pilots = scenario.architectures.map { architecture in
      var single = pilot
      single.architectures = [architecture]
      return single
    }
  }

  /// Twenty times the slowest thing that has to settle, at most the measured span, and shorter for
  /// a service so large that this would be much work; its series vary little.
  private static func span(of scenario: Scenario) -> SimDuration {
    var slowest = 60.0
    for population in scenario.populations {
      if case .stream(let stream) = population.kind { slowest = max(slowest, stream.duration.mean) }
    }
    for pool in scenario.architectures.flatMap(\.pools) where pool.min < pool.max {
      let start = pool.start
      slowest = max(
        slowest, start.boot.mean + start.image.mean + start.load.mean + start.warmUp.mean)
    }
    let frames = scenario.populations.reduce(0) { $0 + $1.framesPerSecond(over: scenario.clock) }
    let affordable = mostFrames / Double(replications) / max(frames, 1e-9)
    let wanted = min(20 * slowest, max(affordable, 60))
    return min(SimDuration(seconds: wanted), scenario.clock.measure)
  }

  /// The warm-up that the pilots ask for, in whole seconds; nil when none of them settles, and
  /// when `stop` is set on the way.
  public func suggestion(
    stop: StopFlag = StopFlag()
  ) throws(RunFailure) -> SimDuration? {
    var longest = SimDuration.zero
    for pilot in pilots {
      guard let needed = try settlingTime(of: pilot, stop: stop) else { return nil }
      longest = max(longest, needed)
    }
    return .seconds(Elementary.ceiling(longest.seconds))
  }

  private func settlingTime(
    of pilot: Scenario, stop: StopFlag
  ) throws(RunFailure) -> SimDuration? {
    let simulator = Simulator(pilot, architecture: pilot.architectures[0])
    var users: [Double] = []
    var waiting: [Double] = []
    var busy: [Double] = []
    for number in 0..<Self.replications {
      guard
        let rows = try simulator.run(
          replication: number, checkpoint: { _ in stop.isSet })?.timeline
      else { return nil }
      Self.add(rows.map(\.users), to: &users)
      Self.add(rows.map { Double($0.waiting) }, to: &waiting)
      Self.add(rows.map { $0.utilization ?? 0 }, to: &busy)
    }
    var longest = 0
    for series in [users, waiting, busy] {
      guard let truncation = MarginalStandardError.truncation(of: series) else {
        if Self.isTransient(series, before: series.count / 2) { return nil }
        continue
      }
      if Self.isTransient(series, before: truncation) { longest = max(longest, truncation) }
    }
    return pilot.clock.interval * Int64(longest)
  }

  /// Whether what would be left out differs from the rest by 10% and more: the best truncation of
  /// mere noise is somewhere, too.
  private static func isTransient(_ series: [Double], before truncation: Int) -> Bool {
    guard truncation > 0 else { return false }
    let early = series[..<truncation].reduce(0, +) / Double(truncation)
    let late = series[truncation...].reduce(0, +) / Double(series.count - truncation)
    return (early - late).magnitude > 0.1 * late.magnitude
  }

  private static func add(_ values: [Double], to sum: inout [Double]) {
    if sum.isEmpty { sum = Array(repeating: 0, count: values.count) }
    for index in values.indices { sum[index] += values[index] }
  }
}

extension Population {
  /// How many frames a second it sends on average, about.
  fileprivate func framesPerSecond(over clock: Clock) -> Double {
    var starts = 0.0
    var users: Double?
    switch withoutPlan(over: clock).arrivals {
    case .poisson(let curve):
      switch curve.base {
      case .concurrent(let count): users = count
      case .rate(let perSecond): starts = perSecond
      }
    case .closedLoop(let clients, let think): return Double(clients) / max(think.mean, 1e-3)
    case .counts, .instants: break
    }
    guard case .stream(let stream) = kind else { return starts }
    return (users ?? starts * stream.duration.mean) / stream.period.seconds
  }

  /// The same users at a constant rate: the mean of what is planned.
  fileprivate func withoutPlan(over clock: Clock) -> Population {
    var constant = self
    switch arrivals {
    case .poisson(let curve): constant.arrivals = .poisson(DemandCurve(base: curve.base))
    case .counts(let trace):
      let total = Double(trace.counts.reduce(0, +)) * trace.scale
      let rate = total / (trace.interval.seconds * Double(trace.counts.count))
      constant.arrivals = .poisson(DemandCurve(base: .rate(perSecond: rate)))
    case .instants(let instants):
      let rate = Double(instants.count) / clock.measure.seconds
      constant.arrivals = .poisson(DemandCurve(base: .rate(perSecond: rate)))
    case .closedLoop: break
    }
    return constant
  }
}
