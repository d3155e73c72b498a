import Autoscaling
import Experiments
import Kernel
import Testing

@Suite struct ReplaySummaryTests {
  /// A look each second: what was recorded, told and decided.
  private static func summary(
    _ rows: [(recorded: Int, told: Int, decided: Int)], _ mode: Replay.Mode
  ) -> ReplaySummary {
    ReplaySummary(
      rows.enumerated().map { index, row in
        Replay.Step(
          time: .zero + .seconds(Int64(index)), recorded: row.recorded, told: row.told,
          decided: row.decided, recommended: row.decided, reason: .metric)
      }, mode: mode)
  }

  private static func shadow(_ rows: [(Int, Int)]) -> ReplaySummary {
    summary(rows.map { (recorded: $0.0, told: $0.0, decided: $0.1) }, .shadow)
  }

  /// `from>to at-until` of each decision.
  private static func texts(_ summary: ReplaySummary) -> [String] {
    summary.decisions.map { decision in
      let seconds = [decision.step.time, decision.until].map { $0.nanoseconds / 1_000_000_000 }
      return "\(decision.step.told)>\(decision.step.decided) \(seconds[0])-\(seconds[1])"
    }
  }

  @Test func `a shadow's decision lasts until it agrees or asks for another number`() {
    let summary = Self.shadow([(4, 4), (4, 6), (4, 6), (5, 6), (6, 6), (6, 7), (6, 3), (6, 3)])
    #expect(Self.texts(summary) == ["4>6 1-4", "6>7 5-6", "6>3 6-7"])
    #expect(summary.rises == 2 && summary.falls == 1)
    #expect(summary.shareApart == 6.0 / 8)
    #expect(summary.furthest?.decided == 3)
  }

  @Test func `a follower's decision lasts until the next`() {
    let summary = Self.summary(
      [(4, 4, 6), (4, 6, 6), (4, 6, 6), (4, 6, 5), (4, 5, 5)], .follow)
    #expect(Self.texts(summary) == ["4>6 0-3", "6>5 3-4"])
    #expect(summary.rises == 1 && summary.falls == 1)
  }

  @Test func `what was recorded has its own course`() {
    let summary = Self.shadow([(2, 2), (4, 4), (4, 2), (3, 3)])
    #expect(summary.recorded.mean == 3.25)
    #expect(summary.recorded.min == 2 && summary.recorded.max == 4)
    #expect(summary.recordedRises == 1 && summary.recordedFalls == 1)
    #expect(summary.decided.mean == 2.75)
  }

  @Test func `of several looks furthest apart the first is told`() {
    let summary = Self.shadow([(4, 5), (4, 2), (4, 6), (4, 4)])
    #expect(summary.furthest?.time == .zero + .seconds(1))
    #expect(Self.shadow([(4, 4)]).furthest == nil)
  }
}
