import Foundation
import Reports
import Testing

@Suite struct NotebookTests {
  private func cells(_ notebook: String) throws -> [[String: Any]] {
    let value = try JSONSerialization.jsonObject(with: Data(notebook.utf8))
    let whole = try #require(value as? [String: Any])
    #expect(whole["nbformat"] as? Int == 4)
    #expect(whole["nbformat_minor"] as? Int == 5)
    return try #require(whole["cells"] as? [[String: Any]])
  }

  private func source(_ cell: [String: Any]) -> String {
    (cell["source"] as? [String] ?? []).joined()
  }

  @Test func `every cell has what the format wants, and an id of its own`() throws {
    let cells = try cells(Sample.report(Sample.five).notebook)
    #expect(Set(cells.compactMap { $0["id"] as? String }).count == cells.count)
    for cell in cells {
      let isCode = cell["cell_type"] as? String == "code"
      #expect(Set(cell.keys).isSuperset(of: ["cell_type", "id", "metadata", "source"]))
      #expect((cell["outputs"] as? [Any])?.isEmpty == (isCode ? true : nil))
      #expect(cell.keys.contains("execution_count") == isCode)
      #expect(!source(cell).isEmpty)
    }
  }

  @Test func `code is introduced by a question in words, and reads the files of the run`() throws {
    let cells = try cells(Sample.report(Sample.three).notebook)
    for (index, cell) in cells.enumerated() where cell["cell_type"] as? String == "code" {
      #expect(cells[index - 1]["cell_type"] as? String == "markdown")
    }
    let code = cells.map(source).joined()
    for table in ["summary", "timeline", "latency_histogram", "costs", "instances", "decisions"] {
      #expect(code.contains("\"\(table)\""))
      #expect(ReportFiles.names.contains("\(table).csv"))
    }
  }

  @Test func `the answer comes first, and its characters mean nothing to Markdown`() throws {
    let report = Sample.report(Sample.three)
    let opening = source(try cells(report.notebook)[0])
    #expect(opening.contains(Notebook.plain(report.headline)))
    #expect(Notebook.plain("l4_a <b>: $3") == "l4\\_a \\<b\\>: \\$3")
  }

  @Test func `the same results are the same bytes`() {
    #expect(Sample.report(Sample.five).notebook == Sample.report(Sample.five).notebook)
  }
}
