import Foundation
import Testing

/// The gate from end to end: its statuses, its files and its baselines.
@Suite struct CheckTests {
  /// Two machines for ten clients; frames take 30 ms each.
  private static let scenario = """
    headroom: 1
    name: gate
    clock: {measure: 10min, warm_up: 1min, interval: 1min}
    replications: 4
    demand:
      users:
        sessions: {rate: 5/s}
        deadline: 1s
    models:
      server: {on: {ideal: {batch: {1: 30ms}}}}
    instances:
      server: {gpu: ideal, gpus: 1, on_demand: $1/h, source: "none"}
    architectures:
      small:
        serve: {model: server, routing: shared_queue}
        pools: {main: {instance: server, count: 2}}
    objectives: {p95_latency: <= 100ms, late_or_dropped: <= 1%}

    """

  private func withGate(_ body: (CommandLineTool) throws -> Void) throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    try headroom.write(Self.scenario, to: "gate.yaml")
    try body(headroom)
  }

  private static let slower = "models.server.on.ideal.batch.1=60ms"

  @Test func `a scenario of which all holds ends with 0 and writes its files`() throws {
    try withGate { headroom in
      let answer = try headroom("check", "gate.yaml")
      #expect(answer.status == 0, "\(answer.errors)")
      #expect(answer.output.contains("\nHOLDS: all 2 hold; the nearest is p95 frame latency"))
      #expect(answer.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      let files = try headroom.files(in: "notebooks-out/gate")
      #expect(files.keys.sorted() == [".gitignore", "check.json", "junit.xml", "summary.md"])
    }
  }

  @Test func `an objective that fails ends with 1 and leads the screen`() throws {
    try withGate { headroom in
      let answer = try headroom("check", "gate.yaml", "--set", "objectives.p95_latency=<= 10ms")
      #expect(answer.status == 1, "\(answer.errors)")
      #expect(answer.output.contains("\nFAILS: p95 frame latency"))
      #expect(answer.output.contains("limit 10ms. 1 holds."))
      #expect(answer.output.contains("  ✗ p95 frame latency"))
    }
  }

  @Test func `an open objective ends with 3, or as the call says`() throws {
    try withGate { headroom in
      let open = ["check", "gate.yaml", "--replications", "1"]
      func status(_ more: String...) throws -> Int32 {
        try headroom(arguments: open + more).status
      }
      #expect(try status() == 3)
      #expect(try status("--unsettled", "fail") == 1)
      #expect(try status("--unsettled", "pass") == 0)
      let junit = String(
        decoding: try #require(try headroom.files(in: "notebooks-out/gate")["junit.xml"]),
        as: UTF8.self)
      #expect(junit.contains("<failure type=\"unsettled\""))
      #expect(!junit.contains("<skipped"))
    }
  }

  @Test func `a planted regression fails against the committed baseline`() throws {
    try withGate { headroom in
      let saved = try headroom("check", "gate.yaml", "--save-baseline", "base.json")
      #expect(saved.status == 0, "\(saved.errors)")
      let same = try headroom("check", "gate.yaml", "--baseline", "base.json")
      #expect(same.status == 0, "\(same.output)")
      #expect(!same.output.contains("baseline-unpaired"))
      let slow = try headroom(
        "check", "gate.yaml", "--baseline", "base.json", "--set", Self.slower,
        "--set", "objectives.p95_latency=<= 1s")
      #expect(slow.status == 1, "\(slow.output)")
      #expect(slow.output.contains("  ✗ p99 frame latency, change"))
      let dear = try headroom(
        "check", "gate.yaml", "--baseline", "base.json",
        "--set", "architectures.small.pools.main.count=3")
      #expect(dear.status == 1)
      #expect(dear.output.contains("✗ cost per month, change"))
      #expect(dear.output.contains("+50%"))
      let allowed = try headroom(
        "check", "gate.yaml", "--baseline", "base.json", "--tolerance", "cost=50%",
        "--set", "architectures.small.pools.main.count=3")
      #expect(allowed.status == 0, "\(allowed.output)")
    }
  }

  @Test func `better than the baseline is said with the command that records it`() throws {
    try withGate { headroom in
      _ = try headroom("check", "gate.yaml", "--set", Self.slower, "--save-baseline", "base.json")
      let answer = try headroom("check", "gate.yaml", "--baseline", "base.json")
      #expect(answer.status == 0, "\(answer.output)")
      #expect(answer.output.contains("better   than the baseline; to record it:"))
      #expect(answer.output.contains("--save-baseline"))
    }
  }

  @Test func `a baseline of another seed is compared unpaired, and that is said`() throws {
    try withGate { headroom in
      _ = try headroom("check", "gate.yaml", "--save-baseline", "base.json")
      let answer = try headroom("check", "gate.yaml", "--baseline", "base.json", "--seed", "2")
      #expect(answer.output.contains("! baseline-unpaired: the baseline has seed 1, this run 2"))
      let other = try headroom(
        "check", "gate.yaml", "--baseline", "base.json", "--set", "demand.users.sessions.rate=6/s")
      #expect(other.output.contains("! baseline-unpaired: the baseline has other users"))
    }
  }

  @Test func `a baseline that is not of the scenario, or not a baseline, ends with 2`() throws {
    try withGate { headroom in
      _ = try headroom("check", "gate.yaml", "--save-baseline", "base.json")
      let other = try headroom("check", "gate.yaml", "--baseline", "base.json", "--set", "name=two")
      #expect(other.status == 2)
      #expect(other.errors.contains("this is a baseline of `gate`, and the scenario is `two`"))
      try headroom.write("{\"schema\": 1, \"kind\": \"headroom-baseline\"}", to: "half.json")
      let half = try headroom("check", "gate.yaml", "--baseline", "half.json")
      #expect(half.status == 2)
      #expect(half.errors.contains("`headroom` is missing"))
      try headroom.write("{\n  \"schema\": 1,,\n}", to: "broken.json")
      let broken = try headroom("check", "gate.yaml", "--baseline", "broken.json")
      #expect(broken.status == 2)
      #expect(broken.errors.contains("it stops being JSON in line 2"))
      #expect(try headroom("check", "gate.yaml", "--baseline", "nowhere.json").status == 2)
    }
  }

  @Test func `a limit that measures nothing ends with 2`() throws {
    try withGate { headroom in
      let none = try headroom("check", "gate.yaml", "--set", "objectives=")
      #expect(none.status == 2)
      #expect(none.errors.contains("error[no-objectives]: `gate` has no objectives to check"))
      let empty = try headroom(
        "check", "gate.yaml", "--set", "demand.users.sessions.rate=0.0000001/s")
      #expect(empty.status == 2)
      #expect(empty.errors.contains("error[no-sample]: the objective on `p95_latency`"))
      let tolerance = try headroom("check", "gate.yaml", "--tolerance", "cost=5%")
      #expect(tolerance.status == 2)
      #expect(!headroom.has("notebooks-out"))
    }
  }

  @Test func `several scenarios are one call with a place for each`() throws {
    try withGate { headroom in
      let second = Self.scenario.replacingOccurrences(of: "name: gate", with: "name: other")
      try headroom.write(second, to: "other.yaml")
      let answer = try headroom(
        "check", "gate.yaml", "other.yaml", "--only", "small", "--junit", "all.xml",
        "--json", "all.json", "--summary", "all.md", "--save-baseline", "baselines")
      #expect(answer.status == 0, "\(answer.errors)")
      #expect(answer.output.contains("  ✓ other, small: 2 objectives hold"))
      #expect(headroom.has("notebooks-out/gate/junit.xml"))
      #expect(headroom.has("notebooks-out/other/junit.xml"))
      #expect(headroom.has("baselines/gate.json") && headroom.has("baselines/other.json"))
      let junit = try headroom.text("all.xml")
      #expect(junit.contains("<testsuites name=\"headroom\" tests=\"4\" failures=\"0\""))
      #expect(try headroom.text("all.md").contains("<!-- headroom:gate --><!-- headroom:other -->"))
      let against = try headroom("check", "gate.yaml", "other.yaml", "--baseline", "baselines")
      #expect(against.status == 0, "\(against.output)")
      let twice = try headroom("check", "gate.yaml", "gate.yaml")
      #expect(twice.status == 2)
      #expect(twice.errors.contains("two scenarios are called `gate`"))
    }
  }

  @Test func `the files are the same bytes on one thread and on two`() throws {
    try withGate { headroom in
      for jobs in ["1", "2"] {
        let answer = try headroom(
          "check", "gate.yaml", "--jobs", jobs, "--out", "out-\(jobs)",
          "--save-baseline", "out-\(jobs)/base.json")
        #expect(answer.status == 0, "\(answer.errors)")
      }
      #expect(try headroom.files(in: "out-1") == headroom.files(in: "out-2"))
    }
  }

  @Test func `an output that cannot be written is said before simulating`() throws {
    try withGate { headroom in
      try headroom.write("a file", to: "taken")
      let answer = try headroom("check", "gate.yaml", "--junit", "taken/below.xml")
      #expect(answer.status == 2)
      #expect(answer.errors.contains("cannot write to `taken`"))
      #expect(!headroom.has("notebooks-out"))
    }
  }
}
