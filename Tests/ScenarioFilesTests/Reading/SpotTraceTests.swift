import Capacity
import Kernel
import Testing

@testable import ScenarioFiles

@Suite struct SpotTraceTests {
  /// What a walk makes of `trace: {file: t.csv…}` with such rows in the file.
  static func read<Value>(
    _ keys: String, _ rows: String?, _ reading: (inout ScenarioWalk, YAMLNode) -> Value?
  ) throws -> (value: Value?, spots: [String]) {
    let text = "trace: {file: t.csv\(keys)}"
    let source = try TextChecks.decode(Array(text.utf8), path: "s/a.yaml").get()
    let node = try #require(try YAMLTree.read(source).0["trace"])
    var walk = ScenarioWalk(catalog: .builtIn, path: "s/a.yaml") {
      (path: String) throws(FileProblem) -> [UInt8] in
      guard path == "s/t.csv", let rows else { throw .notFound }
      return Array(rows.utf8)
    }
    let value = reading(&walk, node)
    return (
      value,
      walk.problems.map {
        "\($0.problem.slug) \($0.place.line):\($0.place.column)+\($0.place.length)"
      }
    )
  }

  static func levels(
    _ keys: String, _ rows: String?
  ) throws -> (value: TimedSteps<Int>?, spots: [String]) {
    try read(keys, rows) { $0.availabilityTrace($1) }
  }

  static let good = "t_seconds,available\n0,4\n27,12\n108.5,5\n"

  @Test func `a trace of availability is read`() throws {
    let steps = try #require(try Self.levels("", Self.good).value)
    #expect(
      steps.steps == [
        .init(at: .zero, value: 4), .init(at: .seconds(27), value: 12),
        .init(at: .milliseconds(108_500), value: 5),
      ])
    #expect(steps.ending == .hold && steps.offset == .zero)
  }

  @Test func `a bad hour is put at an hour of the clock`() throws {
    let keys = ", time: t, available: n, from: 95min, at: 14h, at_end: loop"
    let steps = try #require(try Self.levels(keys, "n,t\n3,0\n2,9000\n").value)
    #expect(steps.ending == .loop && steps.offset == .minutes(95) - .hours(14))
    #expect(steps.value(at: .zero + .hours(14)) == steps.value(at: .zero + .hours(14 + 5)))
  }

  @Test func `a trace of prices is read in dollars an hour`() throws {
    let steps = try Self.read("", "t_seconds,price\n0,0.1578\n3600,0.21\n") { $0.priceTrace($1) }
    #expect(steps.value?.steps.map(\.value.nanodollarsPerHour) == [157_800_000, 210_000_000])
    let bad = try Self.read("", "t_seconds,price\n0,-1\n3600,$2\n") { $0.priceTrace($1) }
    #expect(bad.value == nil && bad.spots == ["trace-row 2:3+2"])
  }

  @Test(arguments: [
    ("", nil, "trace-file 1:15+5"),
    ("", "t_seconds,available\n", "trace-file 1:15+5"),
    ("", "t_seconds,n\n0,5\n", "trace-file 1:15+5"),
    ("", "t_seconds,available\n0,5\n60,4\n30,3\n", "trace-row 4:1+2"),
    ("", "t_seconds,available\n0,5\n0,4\n", "trace-row 3:1+1"),
    ("", "t_seconds,available\n0,5\n60,-1\n", "trace-row 3:4+2"),
    ("", "t_seconds,available\n0,5\n60,1.5\n", "trace-row 3:4+3"),
    ("", "t_seconds,available\n0,5\n60\n", "trace-row 3:3+1"),
    (", at_end: loop", "t_seconds,available\n0,5\n", "trace-file 1:15+5"),
    (", at_end: stop", good, "unknown-name 1:30+4"),
    (", ending: loop", good, "unknown-key 1:22+6"),
  ])
  func `a trace that cannot be used is told where`(keys: String, rows: String?, spot: String) throws
  {
    let read = try Self.levels(keys, rows)
    #expect(read.spots == [spot])
    #expect(read.value == nil || spot.hasPrefix("unknown-key"))
  }

  @Test func `the trace that is shipped is read`() throws {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let path = "/\(root)/scenarios/traces/spot-bamboo-g4dn-us-east-1c.csv"
    let rows = String(decoding: try LocalFile.read(path: path), as: UTF8.self)
    let steps = try #require(try Self.levels("", rows).value).steps
    let drops = zip(steps, steps.dropFirst()).map { $0.value - $1.value }.filter { $0 > 0 }
    // The summary of the trace: 35 drops of 85 instances in all, of twelve at most.
    #expect(drops.count == 35 && drops.reduce(0, +) == 85)
    #expect(steps.map(\.value).max() == 12)
  }
}
