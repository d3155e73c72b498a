import Foundation
import Testing

/// What the command says of itself: words, the schema, completions.
@Suite struct HelpTests {
  private let headroom: CommandLineTool

  init() throws { headroom = try CommandLineTool() }

  @Test func `explain says what a word means, in 80 columns`() throws {
    let answer = try headroom("explain", "overloaded")
    #expect(answer.status == 0)
    #expect(answer.output.hasPrefix("overloaded  (warning)\n"))
    for label in ["  why   ", "  do    ", "  e.g.  "] { #expect(answer.output.contains(label)) }
    #expect(answer.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try headroom("explain", "Within", "tolerance").output.contains("reason of decisions"))
  }

  @Test func `explain alone lists the words by their kind`() throws {
    let answer = try headroom("explain")
    #expect(answer.status == 0)
    for heading in ["metrics", "warnings about results", "words", "why a command stops"] {
      #expect(answer.output.contains("\n\(heading)\n"))
    }
  }

  @Test func `explain lists near misses of an unknown word and ends with status 2`() throws {
    let near = try headroom("explain", "p95")
    #expect(near.status == 2)
    #expect(near.output.isEmpty)
    #expect(near.errors.contains("`p95_latency`"))
    #expect(near.errors.contains("`p95_wait`"))
    let far = try headroom("explain", "xyzzy")
    #expect(far.status == 2)
    #expect(far.errors.contains("headroom explain lists all words"))
  }

  @Test func `the schema is JSON, and is written where it is asked for`() throws {
    let answer = try headroom("schema", "--out", "s.json")
    #expect(answer.status == 0)
    let file = headroom.directory.appendingPathComponent("s.json")
    let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    #expect((schema as? [String: Any])?["$defs"] is [String: Any])
    #expect(try headroom("schema").output == String(contentsOf: file, encoding: .utf8))
    #expect(try headroom("schema", "--out", "no/such/folder/s.json").status == 2)
  }

  @Test func `the reference in docs/scenarios.md is what the command prints`() throws {
    let page = try String(
      contentsOf: CommandLineTool.root.appendingPathComponent("docs/scenarios.md"), encoding: .utf8)
    let reference = try headroom("schema", "--markdown").output
    #expect(page.hasSuffix(reference), "headroom schema --markdown differs: paste it at the mark")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know the commands`(shell: String) throws {
    let answer = try headroom("completions", shell)
    #expect(answer.status == 0)
    for command in ["compare", "calibrate", "explain"] { #expect(answer.output.contains(command)) }
  }

  @Test func `completions of an unknown shell are refused`() throws {
    #expect(try headroom("completions", "tcsh").status == 2)
  }

  @Test func `only completes the architectures of the scenario on the line`() throws {
    let scenario = CommandLineTool.scenario("background-blur")
    let words = ["headroom", "compare", scenario, "--only", "opt"]
    let answer = try headroom(
      ["---completion", "compare", "--", "--only", "4", "3"] + words,
      environment: ["SAP_SHELL": "bash"])
    #expect(answer.output == "optimized\n")
  }
}
