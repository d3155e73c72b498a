import Capacity
import Experiments
import Testing

/// Which status a check comes to, on results made by hand.
@Suite struct CheckVerdictTests {
  private static let origin = BaselineOrigin(
    scenario: "sample", version: "1", seed: 1, replications: 3, demandDigest: "d",
    clockDigest: "c")

  private func check(
    _ metrics: [Metric: [Double]], against was: [Metric: [Double?]]? = nil,
    answered: Int64 = 1_000_000,
    tolerances: CheckTolerances = CheckTolerances(), objectives: [Objective] = [Sample.late]
  ) -> Check {
    let comparison = Sample.comparison(
      [Sample.result("a", metrics, answered: answered)], objectives: objectives)
    let baseline = was.map { was in
      Baseline(
        origin: Self.origin,
        designs: [
          .init(
            name: "a",
            figures: Metric.allCases.compactMap { metric in
              was[metric].map { .init(metric: metric, values: $0) }
            })
        ])
    }
    return Check(
      comparison, evaluation: Evaluation(comparison), origin: Self.origin, baseline: baseline,
      tolerances: tolerances)
  }

  private let good: [Double] = [0.001, 0.002, 0.003]

  @Test func `an objective without a baseline is the whole check`() {
    #expect(check([.lateOrDropped: good]).verdict == .holds)
    #expect(check([.lateOrDropped: [0.02, 0.021, 0.022]]).verdict == .fails)
    #expect(check([.lateOrDropped: [0.005, 0.01, 0.015]]).verdict == .unsettled)
  }

  @Test func `an objective without a sample is named`() {
    let unmeasured = check([.cost: [1, 1, 1]]).unmeasured
    #expect(unmeasured.map(\.architecture) == ["a"])
    #expect(unmeasured.map(\.metric) == [.lateOrDropped])
  }

  @Test func `cost fails only when the whole interval is beyond the tolerance`() {
    func verdict(_ now: [Double]) -> Verdict {
      check(
        [.lateOrDropped: good, .costPerMonth: now],
        against: [.lateOrDropped: good, .costPerMonth: [100, 100, 100]]
      ).verdict
    }
    #expect(verdict([102, 102, 102]) == .holds)
    #expect(verdict([103, 103, 103]) == .fails)
    #expect(verdict([101, 102, 103]) == .unsettled)
    #expect(verdict([50, 50, 50]) == .holds)
  }

  @Test func `the share late or dropped has a tolerance in points`() {
    let worse = check(
      [.lateOrDropped: [0.003, 0.004, 0.005]], against: [.lateOrDropped: [0.001, 0.002, 0.003]])
    #expect(worse.verdict == .fails)
    var tolerances = CheckTolerances()
    tolerances.set(CheckTolerance(amount: 0.002, isRelative: false), for: .lateOrDropped)
    let allowed = check(
      [.lateOrDropped: [0.003, 0.004, 0.005]], against: [.lateOrDropped: [0.001, 0.002, 0.003]],
      tolerances: tolerances)
    #expect(allowed.verdict == .holds)
  }

  @Test func `a metric of which more is better regresses downwards`() {
    let served = Objective(metric: .framesServed, direction: .atLeast, limit: 10, limitText: "10")
    let fewer = check(
      [.framesServed: [50, 50, 50]], against: [.framesServed: [100, 100, 100]],
      objectives: [served])
    #expect(fewer.verdict == .fails)
    #expect(fewer.architectures[0].regressions[0].moreIsWorse == false)
  }

  @Test func `a percentile that nobody asked for and that cannot be told is set aside`() {
    let metrics: [Metric: [Double]] = [.lateOrDropped: good, .p99Latency: [50, 60, 70]]
    let few = check(metrics, against: metrics.mapValues { $0 }, answered: 100)
    #expect(few.verdict == .holds)
    #expect(few.architectures[0].unjudged.map(\.metric) == [.p99Latency])
    let asked = check(
      metrics, against: metrics.mapValues { $0 }, answered: 100, objectives: [Sample.p99])
    #expect(asked.verdict == .unsettled)
  }

  @Test func `a stated tolerance on what the baseline lacks is named`() {
    var tolerances = CheckTolerances()
    tolerances.set(CheckTolerance(amount: 0.1, isRelative: true), for: .coldStarts)
    let lacking = check(
      [.lateOrDropped: good, .coldStarts: [1, 1, 1]], against: [.lateOrDropped: good],
      tolerances: tolerances)
    #expect(lacking.unrecorded.map(\.metric) == [.coldStarts])
  }

  @Test func `the objective furthest beyond its limit decides`() {
    let metrics: [Metric: [Double]] = [
      .lateOrDropped: [0.02, 0.021, 0.022], .p99Latency: [110, 111, 112],
    ]
    let both = check(metrics, objectives: [Sample.p99, Sample.late])
    #expect(both.decisive?.item == 1)
    #expect(both.count(.fails) == 2)
  }

  @Test func `better and changed are told from the same`() {
    let was: [Metric: [Double?]] = [.lateOrDropped: good, .costPerMonth: [100, 100, 100]]
    let same = check([.lateOrDropped: good, .costPerMonth: [100, 100, 100]], against: was)
    #expect(!same.isBetter && !same.isChanged)
    let cheaper = check([.lateOrDropped: good, .costPerMonth: [90, 90, 90]], against: was)
    #expect(cheaper.isBetter && cheaper.isChanged)
  }

  @Test func `another seed, version, demand or clock is no pair`() {
    var other = Self.origin
    other.replications = 9
    #expect(BaselinePairing(was: other, now: Self.origin) == .paired(replications: 3))
    other.seed = 2
    other.version = "2"
    other.demandDigest = "e"
    other.clockDigest = "e"
    #expect(
      BaselinePairing(was: other, now: Self.origin)
        == .unpaired([.seed(was: 2, now: 1), .version(was: "2", now: "1"), .demand, .clock]))
  }
}
