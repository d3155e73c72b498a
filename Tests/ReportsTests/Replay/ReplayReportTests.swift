import Autoscaling
import Capacity
import Experiments
import Kernel
import Reports
import Testing

@Suite struct ReplayReportTests {
  typealias Sample = ReplaySample

  private static func decisions(_ report: ReplayReport) -> String {
    var text = ""
    report.writeDecisions(to: &text)
    return text
  }

  @Test func `a screen has the answer, the table, the decisions and what to bear in mind`() {
    let report = Sample.report([Sample.keen, Sample.calm])
    #expect(
      report.screen(Style(), files: "d") == """
        headroom replay  o.csv
          3 readings over 1 min, 2 policies told the recorded replicas

        Of 2 policies keen would have asked for other replicas than recorded most of the
        time (67%), calm never.

                     replicas      otherwise   time
        policy      mean  min  max  up  down  apart  furthest apart
          recorded   4.3    4    5
          keen       5.3    4    6   1     0    67%  6 for 4, 07:59:30
          calm       4.3    4    5   0     0     0%  never

        keen decided
          07:59:30  4 to 6   ratio to target: gpu_utilization 82%

        calm decided nothing.

        ! the recorded replicas served, whatever was decided, so a policy that rests
          after a change asks again after each rest; --follow gives each policy its own
          replicas.
        files    d/: decisions.csv

        """)
  }

  @Test func `no line is wider than the screen`() {
    let many = (1...6).map { number in
      Sample.candidate(
        "a-policy-with-a-long-name-\(number)",
        (0..<40).map { look in
          .init(
            at: look * 86_400, recorded: 1_000, told: 1_000, decided: 1_000 + look % 7 * 100,
            seen: [0.5, 12_345.678, 0.25, nil],
            reason: ScalingReason("Current number of replicas above Spec.MaxReplicas"))
        }, metrics: [.gpuUtilization, .arrivalRate, .queueWait, .streams])
    }
    for mode in Replay.Mode.allCases {
      let report = Sample.report(many, mode, every: 86_400, leftOut: ["ideal.main: clairvoyant"])
      for line in report.screen(Style(), files: "some/where").split(separator: "\n") {
        #expect(line.count <= 80, "\(line)")
      }
    }
  }

  @Test func `one policy is answered with its first decision, or that it had none`() {
    #expect(
      Sample.report([Sample.keen]).answer
        == "keen would have decided otherwise than recorded once (1 up, 0 down), first at "
        + "07:59:30, from 4 to 6.")
    #expect(
      Sample.report([Sample.calm]).answer
        == "calm would have decided as recorded at every look.")
    #expect(
      Sample.report([Sample.calm, Sample.calm]).answer
        == "All 2 policies would have decided as recorded at every look.")
  }

  @Test func `followers are answered with the replicas that they would have run`() {
    let keen = Sample.candidate(
      "keen",
      [
        .init(at: 0, recorded: 4, told: 4, decided: 6),
        .init(at: 30, recorded: 4, told: 6, decided: 6),
        .init(at: 60, recorded: 5, told: 6, decided: 7),
      ], .follow)
    #expect(
      Sample.report([keen], .follow).answer
        == "keen would have run 6.3 replicas on average, 2.0 more than the 4.3 recorded, with 2 "
        + "changes where 1 was recorded.")
    #expect(
      Sample.report([keen, Sample.calm], .follow).answer
        == "Of 2 policies calm would have run the fewest replicas, 4.3 on average, and keen the "
        + "most, 6.3; 4.3 were recorded.")
  }

  @Test func `times are of the day, of the week, or since the first reading`() {
    let late = Sample.candidate("late", [.init(at: 90_000, recorded: 4, told: 4, decided: 6)])
    func screen(_ start: CivilTime?, _ seconds: Int) -> String {
      Sample.report([late], start: start, every: seconds).screen(Style(), files: nil)
    }
    #expect(screen(Sample.monday, 50_000).contains("Tue 08:59:00  4 to 6"))
    #expect(screen(nil, 50_000).contains("+25:00:00  4 to 6"))
  }

  @Test func `decisions.csv has a row for each decision and a column for each metric`() {
    let several = Sample.candidate(
      "a, b",
      [
        .init(at: 0, recorded: 4, told: 4, decided: 2, seen: [nil, 0.0125]),
        .init(at: 15, recorded: 4, told: 4, decided: 4, seen: [3, 0.0125]),
      ], metrics: [.streams, .queueWait])
    #expect(
      Self.decisions(Sample.report([Sample.keen, several])) == """
        policy,time_s,until_s,clock,recorded,from,to,recommended,why,gpu_utilization,queue_wait,streams
        keen,30,60,2026-03-02T07:59:30,4,4,6,6,ratio to target,0.823,,
        "a, b",0,15,2026-03-02T07:59:00,4,4,2,2,ratio to target,,0.0125,

        """)
    #expect(
      Self.decisions(Sample.report([Sample.calm], start: nil))
        == "policy,time_s,until_s,clock,recorded,from,to,recommended,why,gpu_utilization\n")
  }

  private static func caveats(_ report: ReplayReport) -> [Substring] {
    report.screen(Style(width: 1_000), files: nil).split(separator: "\n").filter {
      $0.hasPrefix("! ")
    }
  }

  @Test func `a caveat tells of bounds, gaps, missing dates and what is left out`() {
    let clocked = SchedulePolicy(
      .init(
        schedule: WeeklySchedule([.init(start: .zero, minimum: 1)], timeOfWeekAtZero: .zero),
        maximum: 9))
    let office = Sample.candidate(
      "office", [.init(at: 0, recorded: 4, told: 4, decided: 3)], metrics: [],
      limits: .init(min: 1, max: 3), policy: clocked)
    let words = Self.caveats(
      Sample.report(
        [office], start: nil, readings: [(4, [0.5]), (2, [nil]), (1, [nil])],
        leftOut: ["ideal.main: clairvoyant"]))
    #expect(words.count == 5)
    #expect(
      words[0] == "! recorded: 1 to 4 replicas; office may have 1 to 3, so part of what it decided "
        + "is its bounds.")
    #expect(words[1].hasPrefix("! nothing says when the first reading was, so schedules took it"))
    #expect(
      words[2] == "! gpu_utilization is empty in 2 of 3 readings; policies saw no metric there.")
    #expect(words[4].hasSuffix("left out, since it needs a simulation: ideal.main: clairvoyant."))
    #expect(Self.caveats(Sample.report([office])).count == 2)
  }

  @Test func `followers are told what the recording cannot know`() {
    func words(_ metrics: [PoolMetric], _ value: Double) -> Substring {
      let policy = Sample.candidate(
        "p", [.init(at: 0, recorded: 4, told: 4, decided: 4)], .follow, metrics: metrics)
      return Self.caveats(
        Sample.report([policy], .follow, metrics: metrics, readings: [(4, [value])])
      )[0]
    }
    #expect(words([.streams], 5).hasSuffix("headroom compare simulates."))
    #expect(words([.queueWait], 5).hasSuffix("Waits stay as recorded."))
    #expect(words([.gpuUtilization], 0.7).hasSuffix("headroom compare simulates."))
    #expect(words([.gpuUtilization], 1).hasSuffix("Demand beyond full GPUs is unknown."))
  }

  @Test func `a screen without colours has the words of one with them`() {
    let report = Sample.report([Sample.keen, Sample.calm])
    let painted = report.screen(Style(color: true), files: "d")
    #expect(painted.contains("\u{1b}[1mOf 2 policies"))
    #expect(
      painted.replacing(/\u{1b}\[\d+m/, with: "") == report.screen(Style(), files: "d"))
  }
}
