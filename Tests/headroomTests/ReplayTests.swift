import Foundation
import Testing

/// Recorded metrics played to policies, from the files to the screen and `decisions.csv`.
@Suite struct ReplayTests {
  private static func shipped(_ name: String) -> String {
    CommandLineTool.root.appendingPathComponent("scenarios/replay/\(name)").path
  }

  private static let policies = """
    headroom: 1
    name: small
    replicas: {min: 1, max: 8, start: 45s}
    policies:
      guide: {thresholds: {out: {above: {gpu_utilization: 70%}}, cooldown: 1min}}

    """

  private static let rows =
    "t_seconds,replicas,gpu_utilization\n0,2,0.5\n30,2,0.8\n60,2,0.8\n90,2,0.8\n120,2,0.4\n"

  @Test func `the shipped morning is replayed as docs/replay.md shows`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let page = try String(
      contentsOf: CommandLineTool.root.appendingPathComponent("docs/replay.md"), encoding: .utf8)
    for flags in [["--follow"], []] {
      let answer = try headroom(
        ["replay", Self.shipped("policies.yaml"), Self.shipped("observed.csv")] + flags)
      #expect(answer.status == 0, "\(answer.errors)")
      let start = try #require(answer.output.range(of: "\n\n"))
      let end = try #require(answer.output.range(of: "\n! "))
      #expect(page.contains(answer.output[start.upperBound..<end.lowerBound]), "\(answer.output)")
    }
    let decisions = try headroom.text("notebooks-out/morning.replay/decisions.csv")
    let lines = decisions.split(separator: "\n")
    let shown = page.split(separator: "\n").drop { !$0.hasPrefix("policy,time_s") }.prefix(4)
    #expect(shown.elementsEqual(lines.prefix(4)))
    #expect(lines.count > 40)
    #expect(try headroom.text("notebooks-out/morning.replay/.gitignore") == "*\n")
    #expect(try headroom.files(in: "notebooks-out/morning.replay").count == 2)
  }

  @Test func `a scenario's own autoscaler decides nearly as it did when it was recorded`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let answer = try headroom(
      "replay", Self.shipped("morning.yaml"), Self.shipped("observed.csv"), "--no-files")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("easy-going would have decided otherwise than recorded 4 times"))
    #expect(!headroom.has("notebooks-out"))
  }

  @Test func `a policy is a shadow unless it follows`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    try headroom.write(Self.policies, to: "p.yaml")
    try headroom.write(Self.rows, to: "o.csv")
    let shadow = try headroom("replay", "p.yaml", "o.csv", "-q", "--no-files")
    #expect(
      shadow.output
        == "guide would have decided otherwise than recorded twice (2 up, 0 down), first at "
        + "+0:00:30, from 2 to 3.\n")
    let follow = try headroom("replay", "p.yaml", "o.csv", "--follow", "--out", "there")
    #expect(follow.status == 0, "\(follow.errors)")
    #expect(
      try headroom.text("there/decisions.csv") == """
        policy,time_s,until_s,clock,recorded,from,to,recommended,why,gpu_utilization
        guide,30,120,,2,2,3,3,above threshold,0.8

        """)
    let changed = try headroom(
      "replay", "p.yaml", "o.csv", "-q", "--no-files", "--set",
      "policies.guide.thresholds.out.above.gpu_utilization=90%")
    #expect(changed.output == "guide would have decided as recorded at every look.\n")
  }

  @Test func `bad rows are told with their line, and nothing is written`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    try headroom.write(Self.policies, to: "p.yaml")
    try headroom.write(Self.rows.replacing("0.8", with: "80"), to: "o.csv")
    let answer = try headroom("replay", "p.yaml", "o.csv")
    #expect(answer.status == 2)
    #expect(
      answer.errors == """
        error[trace-row]: `gpu_utilization` is "80", expected a share from 0 to 1, not a percentage
          o.csv:3:6
          3 │ 30,2,80
            │      ^^ and 2 rows like it (4-5)

        """)
    #expect(answer.output.isEmpty && !headroom.has("notebooks-out"))
  }

  @Test(arguments: [
    ("", "o.csv:1:1: error[measurements]: the file is empty"),
    (
      "t_seconds,replicas,gpu_utilization\n",
      "o.csv:1:1: error[measurements]: the file has a header"
    ),
    (
      "t_seconds,replicas,gpu_utilization\n0,2,0.5\n",
      "o.csv:1:1: error[measurements]: a replay needs"
    ),
    (
      "t_seconds,replicas,streams\n0,2,5\n1,2,5\n",
      "no column `gpu_utilization`, which `guide` watches"
    ),
    ("t,replicas,streams\n0,2,5\n1,2,5\n", "o.csv:1:1: error[measurements]: the columns `t`"),
  ])
  func `a file that cannot be replayed ends with status 2`(text: String, words: String) throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    try headroom.write(Self.policies, to: "p.yaml")
    try headroom.write(text, to: "o.csv")
    let answer = try headroom("replay", "p.yaml", "o.csv", "--errors", "concise")
    #expect(answer.status == 2)
    #expect(answer.errors.contains(words), "\(answer.errors)")
    #expect(answer.output.isEmpty)
  }

  @Test func `bad arguments end with status 2`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    try headroom.write(Self.policies, to: "p.yaml")
    try headroom.write(Self.rows, to: "o.csv")
    #expect(try headroom("replay").status == 2)
    #expect(try headroom("replay", "p.yaml").status == 2)
    #expect(try headroom("replay", "none.yaml", "o.csv").status == 2)
    #expect(try headroom("replay", "p.yaml", "none.csv").status == 2)
    #expect(try headroom("replay", "p.yaml", "o.csv", "--folow").status == 2)
    let swapped = try headroom("replay", "o.csv", "p.yaml")
    #expect(swapped.status == 2)
    #expect(swapped.errors.contains("the policies come first: headroom replay p.yaml o.csv"))
    let typo = try headroom("reply", "p.yaml", "o.csv")
    #expect(typo.status == 2 && typo.errors.contains("did you mean `headroom replay`?"))
    let unwritable = try headroom("replay", "p.yaml", "o.csv", "--out", "o.csv")
    #expect(unwritable.status == 2 && unwritable.output.isEmpty)
    #expect(unwritable.errors.contains("cannot write to `o.csv`"))
  }
}
