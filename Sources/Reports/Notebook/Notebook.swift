/// A Jupyter notebook (nbformat 4.5) that reads the CSV files beside it and draws them: where an
/// analyst starts. Its bytes depend on nothing but the cells.
package struct Notebook {
  /// A cell; what it prints is left to whoever runs it.
  enum Cell {
    /// Words, in Markdown.
    case words(String)
    /// Python.
    case code(String)
  }

  var cells: [Cell]

  /// The file's content.
  var text: String {
    JSON.object([
      ("cells", .array(cells.enumerated().map { $1.json(id: "cell-\($0 + 1)") })),
      (
        "metadata",
        .object([
          (
            "kernelspec",
            .object([
              ("display_name", .string("Python 3")), ("language", .string("python")),
              ("name", .string("python3")),
            ])
          ),
          ("language_info", .object([("name", .string("python"))])),
        ])
      ),
      ("nbformat", .integer(4)),
      ("nbformat_minor", .integer(5)),
    ]).text
  }
}

extension Notebook.Cell {
  fileprivate func json(id: String) -> JSON {
    switch self {
    case .words(let text):
      .object([
        ("cell_type", .string("markdown")), ("id", .string(id)), ("metadata", .object([])),
        ("source", Self.lines(text)),
      ])
    case .code(let text):
      .object([
        ("cell_type", .string("code")), ("execution_count", .null), ("id", .string(id)),
        ("metadata", .object([])), ("outputs", .array([])), ("source", Self.lines(text)),
      ])
    }
  }

  /// A text as its lines, each but the last with its end, as the format wants it.
  private static func lines(_ text: String) -> JSON {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return .array(
      lines.enumerated().map { .string($1 + ($0 < lines.count - 1 ? "\n" : "")) })
  }
}
