import Capacity
import Experiments
import Testing

@Suite struct VerdictTests {
  private func judged(
    _ values: [Double], _ objective: Objective = Sample.late, answered: Int64 = 1_000_000,
    beyond: Double = 0
  ) -> ObjectiveResult? {
    let result = Sample.result(
      "a", [objective.metric: values, .beyondCurve: [beyond]], answered: answered)
    let evaluation = Evaluation(Sample.comparison([result], objectives: [objective]))
    return evaluation.summaries[0].objectives.first
  }

  @Test func `an objective holds when the whole interval is within the limit`() {
    #expect(judged([0.002, 0.003, 0.004])?.verdict == .holds)
    #expect(judged([0.01, 0.01])?.verdict == .holds)
  }

  @Test func `it fails when the whole interval is beyond the limit`() {
    #expect(judged([0.02, 0.021, 0.022])?.verdict == .fails)
  }

  @Test func `an interval that spans the limit is open and says what would settle it`() {
    let open = judged([0.006, 0.008, 0.011])
    #expect(open?.verdict == .unsettled)
    #expect(open?.doubt == .intervalSpansLimit)
    // mean 25/3 · 10⁻³, s = 2.5166 · 10⁻³, t = 4.3027: (4.3027 · 2.5166 / 1.6667)² = 42.2
    #expect(open?.replicationsToSettle == 43)
  }

  @Test func `a lower limit is read from the other side`() {
    let served = Objective(
      metric: .framesServed, direction: .atLeast, limit: 10, limitText: "10")
    #expect(judged([11, 11.1, 11.2], served)?.verdict == .holds)
    #expect(judged([8, 8.1, 8.2], served)?.verdict == .fails)
    #expect(judged([9, 10, 11], served)?.verdict == .unsettled)
  }

  @Test func `no sample and a single replication leave it open`() {
    #expect(judged([])?.doubt == .noSample)
    #expect(judged([0.001])?.doubt == .noInterval)
  }

  @Test func `a percentile needs a hundred frames beyond it`() {
    #expect(judged([50, 51, 52], Sample.p99, answered: 9_999)?.doubt == .tooFewSamples)
    #expect(judged([50, 51, 52], Sample.p99, answered: 10_000)?.verdict == .holds)
  }

  @Test func `latency far beyond the measured curve gets no verdict`() {
    #expect(judged([50, 51, 52], Sample.p99, beyond: 0.11)?.doubt == .beyondCurve)
    #expect(judged([50, 51, 52], Sample.p99, beyond: 0.1)?.verdict == .holds)
    #expect(judged([0.002, 0.003, 0.004], beyond: 0.5)?.verdict == .holds)
  }

  @Test func `one failure decides, one doubt opens`() {
    #expect(Verdict.all([.holds, .unsettled, .fails]) == .fails)
    #expect(Verdict.all([.holds, .unsettled]) == .unsettled)
    #expect(Verdict.all([]) == .holds)
  }
}
