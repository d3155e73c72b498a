import Foundation
import Reports
import Testing

@Suite struct TextFormatTests {
  @Test func `JSON is versioned and can be read back`() throws {
    let text = Sample.report(Sample.five).json()
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let object = try #require(value as? [String: Any])
    #expect(object["schema"] as? Int == 1)
    let rows = try #require(object["architectures"] as? [[String: Any]])
    #expect(rows.compactMap { $0["name"] as? String }.first == "l4-spot")
    #expect(rows.compactMap { $0["place"] as? Int } == [3, 1, 2, 4, 5])
    #expect(rows.compactMap { $0["overloaded"] as? Bool } == [false, false, false, false, true])
    let headline = try #require(object["headline"] as? [String: String])
    #expect(headline["form"] == "cheapest")
  }

  @Test func `Markdown has the answer and a table to paste`() {
    let lines = Sample.report(Sample.three).markdown().split(separator: "\n").map(String.init)
    #expect(lines[0] == "<!-- headroom:avatar -->")
    #expect(lines[1].hasPrefix("**h100-pack is the cheapest"))
    #expect(lines.contains { $0.hasPrefix("| h100-pack | 31.9 ±0.2 | 28 | 44 | 71 ±2 |") })
    #expect(lines.contains("2. late or dropped ≤ 1%"))
  }

  @Test func `plain text has one record a line`() {
    let lines = Sample.report(Sample.three).plain().split(separator: "\n").map(String.init)
    #expect(lines.contains("l4-spot: late_or_dropped: 0.8 +- 0.3%"))
    #expect(lines.contains("l4-spot: objective: late_or_dropped <= 1%: unsettled"))
    #expect(lines.allSatisfy { $0.contains(": ") })
  }

  @Test func `progress estimates after three replications, coarsely`() {
    #expect(
      ProgressLine.text(
        done: 2, total: 200, share: 0.01, architecture: "l4-spot", elapsedSeconds: 3)
        == "2/200 replications  l4-spot  (Ctrl-C stops and reports)")
    #expect(
      ProgressLine.text(
        done: 112, total: 200, share: 0.56, architecture: "l4-spot", elapsedSeconds: 123)
        == "112/200 replications  l4-spot  about 1 min 40 s left  (Ctrl-C stops and reports)")
    #expect(
      ProgressLine.text(
        done: 112, total: 200, share: 0.56, architecture: "l4-spot", elapsedSeconds: 123, width: 60)
        == "112/200 replications  l4-spot  about 1 min 40 s left")
    #expect(
      ProgressLine.text(
        done: 5, total: 5, share: 1, architecture: "a", elapsedSeconds: 9, width: 12)
        == "5/5 replicat")
  }
}
