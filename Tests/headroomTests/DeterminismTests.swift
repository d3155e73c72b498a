import Foundation
import Testing

/// The same scenario, seed and version give the same bytes.
@Suite struct DeterminismTests {
  static let scenarios = [
    "smallest", "background-blur", "taxi-day", "gpu-choice", "gpu-choice-a100", "flash-crowd",
    "closed-loop", "mm1", "precision", "factory-cameras", "bursty-requests", "ar-filters",
    "batchers", "autoscaler-spike", "cold-start", "spot-mix", "node-layer", "caching", "warm-pool",
    "prewarm", "serverless", "reserved-level", "on-prem-overflow", "budget",
    "retries",
  ]

  @Test func `every shipped scenario is tested here`() throws {
    let folder = CommandLineTool.root.appendingPathComponent("scenarios")
    let shipped = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    #expect(Set(shipped) == Set(Self.scenarios))
  }

  /// What each scenario's CSV files come to with two replications, by name. Equal on every machine,
  /// for any number of threads, in debug and release. After a change of results that is meant,
  /// `HEADROOM_RECORD=1 swift test -c release --filter DeterminismTests` writes the file anew, and
  /// fails, so that nobody records by accident.
  static let goldens = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("golden-digests.txt")

  @Test func `shipped scenarios give the golden digests on one thread and on two`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    var lines: [String] = []
    for name in Self.scenarios {
      var digests: Set<String> = []
      for jobs in ["1", "2"] {
        let out = "\(name)-\(jobs)"
        let answer = try headroom(
          "compare", CommandLineTool.scenario(name), "--replications", "2", "--jobs", jobs,
          "--out", out, "--quiet")
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(!answer.output.isEmpty)
        let files = try headroom.files(in: out)
        if jobs == "1" { try CostSums.check(files, name) }
        digests.insert(Self.digest(of: files))
      }
      #expect(digests.count == 1, "\(name) differs between one thread and two")
      lines.append("\(name) \(digests.sorted().joined(separator: " "))")
    }
    let text = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["HEADROOM_RECORD"] != nil {
      try Data(text.utf8).write(to: Self.goldens)
      Issue.record("the digests are recorded; look at the difference, then run again without")
    }
    #expect(try String(contentsOf: Self.goldens, encoding: .utf8) == text)
  }

  @Test func `an architecture alone and in company gives the same figures`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let file = CommandLineTool.scenario("flash-crowd")
    for (out, more) in [("all", []), ("alone", ["--only", "elastic"])] {
      let arguments = ["compare", file, "--replications", "2", "--quiet", "--out", out] + more
      #expect(try headroom(arguments).status == 0)
    }
    for name in ["summary.csv", "timeline.csv", "costs.csv", "instances.csv"] {
      let all = try Self.rows(of: "elastic", in: headroom.files(in: "all")[name])
      #expect(!all.isEmpty)
      #expect(all == (try Self.rows(of: "elastic", in: headroom.files(in: "alone")[name])))
    }
  }

  private static func rows(of architecture: String, in data: Data?) throws -> [Substring] {
    let text = String(decoding: try #require(data), as: UTF8.self)
    return text.split(separator: "\n").filter { $0.hasPrefix(architecture + ",") }
  }

  /// FNV-1a, 64 bits, over the CSV files in the order of their names.
  private static func digest(of files: [String: Data]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for name in files.keys.sorted() where name.hasSuffix(".csv") {
      for byte in Data(name.utf8) + (files[name] ?? Data()) {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    return String(hash, radix: 16)
  }
}
