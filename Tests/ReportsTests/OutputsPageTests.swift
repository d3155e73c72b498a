import Capacity
import Foundation
import Reports
import Simulation
import Testing

/// Whether docs/outputs.md names all that a run can write.
@Suite struct OutputsPageTests {
  /// The text under a heading of the page, up to the next.
  static func section(_ heading: String) throws -> String {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    let page = try String(
      contentsOf: folder.appendingPathComponent("docs/outputs.md"), encoding: .utf8)
    let rest = try #require(page.components(separatedBy: "\n## \(heading)\n").dropFirst().first)
    return rest.components(separatedBy: "\n## ")[0]
  }

  /// The words in backticks in the first column of the tables of a section.
  static func named(_ heading: String) throws -> Set<String> {
    let rows = try section(heading).split(separator: "\n").filter { $0.hasPrefix("| `") }
    let cells = rows.map { $0.dropFirst().prefix { $0 != "|" } }
    let words = cells.flatMap { $0.split(separator: "`", omittingEmptySubsequences: false) }
    return Set(words.enumerated().map { "\($0.element)" }.filter { !$0.contains(" ") && $0 != "," })
  }

  @Test(arguments: CSVTable.allCases)
  func `every column of a file is explained, and none that it does not have`(
    table: CSVTable
  ) throws {
    var text = ""
    table.write(Sample.report(Sample.three), to: &text)
    let header = try #require(text.split(separator: "\n").first)
    let columns = Set(header.split(separator: ",").map(String.init))
    var named = try Self.named(table.rawValue)
    // The ends of a row of columns alike, "`a` … `b`", stand for those between.
    if table == .summary { named.formUnion(columns.filter { $0.contains("_ci_") }) }
    if table == .costs { named.subtract(LedgerLine.Category.allCases.map(\.rawValue)) }
    #expect(named == columns)
  }

  @Test func `every category of the ledger is explained, and no other`() throws {
    let named = try Self.named("costs.csv")
      .subtracting(["architecture", "replication", "pool", "population", "category", "usd"])
    #expect(named == Set(LedgerLine.Category.allCases.map(\.rawValue)))
  }

  @Test func `every metric is explained, and no other`() throws {
    #expect(try Self.named("Metrics") == Set(Metric.allCases.map(\.rawValue)))
  }
}
