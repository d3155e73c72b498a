import Foundation
import Testing

/// One end-to-end test for each command, and for the ways in which they end.
@Suite struct CommandTests {
  @Test func `init writes a scenario that compare runs at once`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let begun = try headroom("init", "avatar")
    #expect(begun.status == 0)
    #expect(begun.output == "avatar.yaml is ready. Next: headroom compare avatar.yaml\n")
    let again = try headroom("init", "avatar")
    #expect(again.status == 2)
    #expect(again.errors.contains("`avatar.yaml` is there already"))
    let compared = try headroom("compare", "avatar.yaml")
    #expect(compared.status == 0, "\(compared.errors)")
    #expect(compared.output.hasPrefix("headroom compare  avatar.yaml"))
    #expect(headroom.has("notebooks-out/avatar/summary.csv"))
    #expect(headroom.has("notebooks-out/avatar/manifest.json"))
  }

  @Test func `validate only reads`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let answer = try headroom("validate", CommandLineTool.scenario("smallest"))
    #expect(answer.status == 0)
    #expect(answer.output.contains("good: 1 population, 2 architectures"))
    #expect(!headroom.has("notebooks-out"))
  }

  @Test func `a misspelt key is located, named and nothing is written`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let good = try String(contentsOfFile: CommandLineTool.scenario("smallest"), encoding: .utf8)
    try headroom.write(good.replacingOccurrences(of: "deadline:", with: "dedline:"), to: "a.yaml")
    let answer = try headroom("compare", "a.yaml")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("error[unknown-key]"))
    #expect(answer.errors.contains("did you mean `deadline`?"))
    #expect(answer.output.isEmpty)
    #expect(!headroom.has("notebooks-out"))
  }

  @Test func `run details one architecture and asks which`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let file = CommandLineTool.scenario("smallest")
    let which = try headroom("run", file)
    #expect(which.status == 2)
    #expect(which.errors.contains("--only"))
    let answer = try headroom("run", file, "--only", "t4", "--replications", "3", "--no-files")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("network"))
    #expect(!headroom.has("notebooks-out"))
    let unknown = try headroom("run", file, "--only", "t5")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("`t5` is not an architecture"))
  }

  @Test func `set changes a value and its mistakes are located in it`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let file = CommandLineTool.scenario("smallest")
    let set = "architectures.t4.pools.main.count=2"
    let answer = try headroom(
      "compare", file, "--set", set, "--replications", "3", "--format", "json", "--no-files")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("\"schema\": 1"))
    let wrong = try headroom("validate", file, "--set", "architectures.t4.pools.main.cuont=2")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("--set"))
    #expect(wrong.errors.contains("cuont"))
  }

  @Test func `catalog lists figures with their sources`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let answer = try headroom("catalog", "g4dn.xlarge")
    #expect(answer.status == 0)
    #expect(answer.output.contains("0.526"))
    #expect(answer.output.contains("2026-07-20"))
    #expect(try headroom("catalog", "nothing-like-this").status == 2)
  }

  @Test func `bad arguments end with status 2 and say what to do`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    #expect(try headroom("compare").status == 2)
    #expect(try headroom("compare", "nowhere.yaml").status == 2)
    #expect(try headroom("comparr", "a.yaml").status == 2)
    #expect(try headroom("compare", "a.yaml", "--jobs", "0").status == 2)
    #expect(try headroom("--help").status == 0)
    #expect(try headroom("--version").output == "0.1.0\n")
  }

  @Test func `an output that cannot be written is said before simulating`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    try headroom.write("a file", to: "taken")
    let answer = try headroom(
      "compare", CommandLineTool.scenario("smallest"), "--out", "taken/below")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("cannot write to `taken/below`"))
  }
}
