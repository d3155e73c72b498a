import Capacity
import Experiments
import Foundation
import Reports
import ScenarioFiles
import Simulation
import Testing

@Suite struct ExplanationTests {
  @Test func `every problem, warning and metric is explained`() {
    for slug in Problem.Slug.allCases {
      #expect(Explanation.of(slug.rawValue).contains { $0.kind == .diagnostic })
    }
    for slug in Warning.Slug.allCases {
      #expect(Explanation.of(slug.rawValue).contains { $0.kind == .warning })
    }
    for metric in Metric.allCases {
      #expect(Explanation.of(metric.rawValue).contains { $0.kind == .metric && !$0.unit.isEmpty })
    }
    for category in LedgerLine.Category.allCases {
      #expect(Explanation.of(category.rawValue).contains { $0.kind == .category })
    }
  }

  /// The sources are read, because reasons and decisions stand where they are made.
  @Test func `every decision and reason of decisions.csv is explained, and none is stale`() throws {
    var reasons: Set<String> = []
    var decisions: Set<String> = []
    for code in try Self.sources() {
      for match in code.matches(of: /ScalingReason\(\s*"([^"\\]+)"/) {
        reasons.insert(String(match.1))
      }
      let made = /(?:what: |note\()"([a-z]+(?:_[a-z]+)*)"[,)]/
      for match in code.matches(of: made) where code.contains("decide(") {
        decisions.insert(String(match.1))
      }
      for match in code.matches(of: /what: [^,]*\? "([a-z_]+)" : "([a-z_]+)"/) {
        decisions.formUnion([String(match.1), String(match.2)])
      }
    }
    #expect(Self.words(.reason) == reasons)
    #expect(Self.words(.decision) == decisions)
  }

  private static func words(_ kind: Explanation.Kind) -> Set<String> {
    Set(Explanation.all.filter { $0.kind == kind }.map(\.word))
  }

  /// The text of every source file of the engine.
  private static func sources() throws -> [String] {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    var texts: [String] = []
    for part in ["Autoscaling", "Simulation"] {
      let files = try #require(
        FileManager.default.enumerator(
          at: sources.appendingPathComponent(part), includingPropertiesForKeys: nil))
      for case let file as URL in files where file.pathExtension == "swift" {
        texts.append(try String(contentsOf: file, encoding: .utf8))
      }
    }
    return texts
  }

  /// The sources are read, because the words of refusals stand where they are printed.
  @Test func `every error that a command prints is explained, and no refusal is stale`() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    var printed: Set<String> = []
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" {
      let code = try String(contentsOf: file, encoding: .utf8)
      let lines = code.split(separator: "\n").filter { !$0.contains("///") }
      for line in lines {
        for match in line.matches(of: /error\[([a-z-]+)\]/) { printed.insert(String(match.1)) }
      }
    }
    for slug in printed {
      let kinds = Explanation.of(slug).map(\.kind)
      #expect(kinds.contains(.diagnostic) || kinds.contains(.refusal), "\(slug)")
    }
    let refusals = Explanation.all.filter { $0.kind == .refusal }.map(\.word)
    #expect(Set(refusals).subtracting(printed).isEmpty)
  }

  @Test func `no word is listed twice within its kind, and each says something`() {
    for kind in Explanation.Kind.allCases {
      let words = Explanation.all.filter { $0.kind == kind }.map(\.word)
      #expect(Set(words).count == words.count)
    }
    for explanation in Explanation.all {
      #expect(explanation.text.meaning.count > 15)
      #expect(!explanation.text.reason.isEmpty || !explanation.text.advice.isEmpty)
      #expect(!explanation.example.isEmpty, "\(explanation.word)")
    }
  }

  @Test func `a share of frames names its denominator`() {
    for metric in [Metric.late, .dropped, .rejected, .failed, .lateOrDropped] {
      let text = Explanation.of(metric.rawValue).first { $0.kind == .metric }?.text.meaning ?? ""
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains("of all frames offered"))
    }
  }

  @Test(arguments: [
    ("overloded", "overloaded"), ("p95_latncy", "p95_latency"), ("trace-rows", "trace-row"),
    ("P95", "p95_latency"),
  ])
  func `a typo gets suggestions`(word: String, meant: String) {
    #expect(Explanation.of(word).isEmpty)
    #expect(Explanation.suggestions(for: word).contains(meant))
  }

  @Test func `capitals and hyphens do not matter, and one word may mean two things`() {
    #expect(Explanation.of("P95-Latency").map(\.word) == ["p95_latency"])
    #expect(Explanation.of("beyond-curve").map(\.kind) == [.warning, .metric])
    #expect(Explanation.of("within tolerance").map(\.kind) == [.reason])
  }

  @Test func `what is shown fits the width`() {
    let shown = Explanation.all.map { $0.screen(width: 60) } + [Explanation.list(width: 60)]
    for line in shown.joined().split(separator: "\n").filter({ !$0.contains("  (") }) {
      #expect(line.count <= 74, "\(line)")
    }
    #expect(
      Explanation.of("late").first?.screen(width: 80).hasPrefix("late  (metric, in a share")
        == true)
  }
}
