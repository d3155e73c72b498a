import Capacity
import Kernel
import Simulation
import Testing

@Suite struct DemandTests {
  static let fast = Sample.serving(Sample.constant(1e-6), batching: Batching(max: 1_000))

  static func offered(
    _ population: Population, clock: Clock, replication: Int = 0
  ) throws -> [Int64] {
    try Sample.run([population], fast, [Sample.pool()], clock: clock, replication: replication)
      .timeline.map(\.offered)
  }

  // Bins are Poisson, so a mean of 400 is off by more than five standard errors in fewer than
  // three of a million seeds, all four bins together.
  @Test func `a daily wave gives the counts of its integral`() throws {
    // 10 + 6 sin(2πt/24 h) an hour: the cosine peaks at 06:00.
    let wave = DemandFactor.harmonics([.init(order: 1, amplitude: 0.6, peak: .hours(6))])
    let population = Sample.requests(
      DemandCurve(base: .rate(perSecond: 10.0 / 3_600), factors: [wave]))
    let clock = Clock(measure: .days(1), interval: .hours(6))
    var sums = [0.0, 0, 0, 0]
    for replication in 0..<400 {
      let counts = try Self.offered(population, clock: clock, replication: replication)
      for bin in sums.indices { sums[bin] += Double(counts[bin]) }
    }
    for (sum, mean) in zip(sums, [82.9183, 82.9183, 37.0817, 37.0817]) {
      #expect((sum / 400 - mean).magnitude < 5 * (mean / 400).squareRoot())
    }
  }

  // M_t/M/∞ (Eick, Massey, Whitt 1993): mean 60, amplitude 35.96578, lag 599.62 s. The daily mean
  // of users has variance 2·60·600/86,400; tolerances are five standard errors over 200 days.
  @Test func `sessions present follow their starts with the lag of theory`() throws {
    let wave = DemandFactor.harmonics([.init(order: 1, amplitude: 0.6, peak: .hours(6))])
    let population = Population(
      name: "users",
      kind: .stream(StreamDemand(period: .hours(1), duration: .exponential(mean: 600))),
      arrivals: .poisson(DemandCurve(base: .rate(perSecond: 0.1), factors: [wave])),
      deadline: .hours(1))
    let clock = Clock(measure: .days(1), warmUp: .hours(3), interval: .minutes(15))
    var mean = 0.0
    var sine = 0.0
    var cosine = 0.0
    for replication in 0..<200 {
      let result = try Sample.run(
        [population], Self.fast, [Sample.pool()], clock: clock, replication: replication)
      for row in result.timeline {
        let turns = (row.start.seconds + 450) / 86_400
        mean += row.users / (96 * 200)
        sine += row.users * Elementary.sinTurns(turns) / (48 * 200)
        cosine += row.users * Elementary.cosTurns(turns) / (48 * 200)
      }
    }
    let error = (2 * 60 * 600 / 86_400.0 / 200).squareRoot()
    #expect((mean - 60).magnitude < 5 * error)
    // a·sin(ω(t - lag)) = a·cos(ω·lag)·sin(ωt) - a·sin(ω·lag)·cos(ωt)
    let lag = 599.62 / 86_400
    #expect((sine - 35.96578 * Elementary.cosTurns(lag)).magnitude < 5 * 1.4143 * error)
    #expect((cosine + 35.96578 * Elementary.sinTurns(lag)).magnitude < 5 * 1.4143 * error)
  }

  struct FactorCase: Sendable {
    var factors: [DemandFactor]
    var clock: Clock
    /// What the base is multiplied by, interval by interval.
    var expected: [Double]
  }

  private static func at(_ minutes: Int64, _ factor: Double) -> DemandFactor.TimedFactor {
    .init(at: .zero + .minutes(minutes), factor: factor)
  }

  private static let twentyMinutes = Clock(measure: .minutes(20), interval: .minutes(5))
  /// 24 values that tell the hours apart.
  private static let hours = (0..<24).map { 0.5 + Double($0) / 8 }
  private static let midMorning = Clock(
    startTimeOfDay: .minutes(630), measure: .hours(2), interval: .minutes(30))
  private static let saturdayEvening = Clock(
    startTimeOfDay: .hours(18), startWeekday: 5, measure: .days(2), warmUp: .hours(1),
    interval: .hours(6))

  static let factorCases = [
    FactorCase(
      factors: [.steps([at(0, 1), at(10, 4)])], clock: twentyMinutes, expected: [1, 1, 4, 4]),
    FactorCase(factors: [.steps([at(10, 3)])], clock: twentyMinutes, expected: [3, 3, 3, 3]),
    FactorCase(
      factors: [.ramps([at(5, 0), at(15, 2)])], clock: twentyMinutes, expected: [0, 0.5, 1.5, 2]),
    FactorCase(
      factors: [.ramps([at(0, 1), at(10, 1), at(10, 3)])], clock: twentyMinutes,
      expected: [1, 1, 3, 3]),
    // The integral of x·x over halves and of their mirror: a product of ramps is not linear.
    FactorCase(
      factors: [.ramps([at(0, 0), at(20, 4)]), .ramps([at(0, 0), at(20, 4)])],
      clock: twentyMinutes, expected: [1.0 / 3, 7.0 / 3, 19.0 / 3, 37.0 / 3]),
    FactorCase(
      factors: [.hourly(hours)], clock: midMorning,
      expected: [hours[10], hours[11], hours[11], hours[12]]),
    FactorCase(
      factors: [.weekdays([1, 9, 9, 9, 9, 2, 0.5])], clock: saturdayEvening,
      expected: [2, 0.5, 0.5, 0.5, 0.5, 1, 1, 1]),
    FactorCase(
      factors: [.weekdays([1, 9, 9, 9, 9, 2, 0.5]), .steps([at(0, 1), at(720, 2)])],
      clock: saturdayEvening, expected: [2, 0.5, 1, 1, 1, 2, 2, 2]),
    // Rise of 1 min from minute 5 to 5x, decay with 2 min: 4·(0.5 + 2(1 - e^-2))/5 above 1, …
    FactorCase(
      factors: [.flash(at: .zero + .minutes(5), height: 5, rise: .minutes(1), decay: .minutes(2))],
      clock: twentyMinutes, expected: [1, 2.783463547, 1.198784, 1.016322]),
  ]

  // Counts are Poisson; five standard deviations: wrong for fewer than one of 40,000 seeds over
  // all intervals of all cases.
  @Test(arguments: factorCases)
  func `each factor shapes the demand as defined`(expected: FactorCase) throws {
    let span = expected.clock.interval.seconds
    let population = Sample.requests(
      DemandCurve(base: .rate(perSecond: 100_000 / span), factors: expected.factors))
    let counts = try Self.offered(population, clock: expected.clock)
    #expect(counts.count == expected.expected.count)
    for (count, factor) in zip(counts, expected.expected) {
      let mean = 100_000 * factor
      #expect((Double(count) - mean).magnitude <= 5 * mean.squareRoot(), "\(count) for \(mean)")
    }
  }

  // 30 s at 4x and 120 s at 0.25x: variance 2.25, correlation time 24 s, so the mean of 2·10^6 s
  // has a standard error of 0.0074; five of them.
  @Test func `bursts keep the mean and spread the counts`() throws {
    let bursts = DemandFactor.bursts(height: 4, on: .seconds(30), off: .seconds(120))
    let population = Sample.requests(DemandCurve(base: .rate(perSecond: 1), factors: [bursts]))
    let clock = Clock(measure: .seconds(2_000_000), interval: .seconds(500))
    let counts = try Self.offered(population, clock: clock).map(Double.init)
    let mean = counts.reduce(0, +) / Double(counts.count)
    let variance =
      counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(counts.count - 1)
    #expect((mean / 500 - 1).magnitude < 0.037)
    // 1 + 2·2.25·24·(1 - 24/500·…) is about 104; without bursts it would be 1 ± 0.02.
    #expect(variance / mean > 70 && variance / mean < 140, "\(variance / mean)")
    let other = try Self.offered(population, clock: clock, replication: 1).map(Double.init)
    #expect(other != counts)
  }

  @Test func `concurrent users become starts by Little's law`() throws {
    let population = Population(
      name: "users", kind: .stream(StreamDemand(period: .hours(1), duration: .constant(600))),
      arrivals: .poisson(DemandCurve(base: .concurrent(50))), deadline: .hours(1))
    let result = try Sample.run(
      [population], Self.fast, [Sample.pool()],
      clock: Clock(measure: .days(20), warmUp: .hours(1), interval: .days(1)))
    // The mean of 20 days has variance 50·600/1,728,000 (constant stay): five standard errors.
    let mean = try #require(result.metrics[.meanUsers])
    #expect((mean - 50).magnitude < 5 * (50 * 600 / 1_728_000.0).squareRoot())
  }

  @Test func `instants are played as they are, from the first to before the end`() throws {
    let population = Sample.requests(at: [-5, 0, 1, 1, 2.5, 9.999999999, 10])
    let clock = Clock(measure: .seconds(10), warmUp: .seconds(10), interval: .seconds(1))
    let counts = try Self.offered(population, clock: clock)
    #expect(counts == [1, 2, 1, 0, 0, 0, 0, 0, 0, 1])
  }
}
