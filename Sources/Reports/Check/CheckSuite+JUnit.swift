import Experiments

extension CheckSuite {
  /// The verdicts as JUnit XML: a suite for each architecture, a case for each objective and
  /// regression. What is open is a failure of type `unsettled`, never skipped. There are no times:
  /// the same run is the same file.
  public func junit() -> String {
    let blocks = blocks(style: Style())
    let cases = blocks.reduce(0) { $0 + $1.rows.count }
    let failures = count(.fails) + count(.unsettled)
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"headroom\" tests=\"\(cases)\" failures=\"\(failures)\""
    text += " errors=\"0\">\n"
    for block in blocks { text += Self.suite(block) }
    return text + "</testsuites>\n"
  }

  private static func suite(_ block: CheckBlock) -> String {
    let name = XML.attribute("\(block.scenario).\(block.architecture.name)")
    let failures = block.rows.count - block.architecture.count(.holds)
    var text = "  <testsuite name=\(name) tests=\"\(block.rows.count)\""
    text += " failures=\"\(failures)\" errors=\"0\" skipped=\"0\">\n"
    for (row, item) in zip(block.rows, block.architecture.items) {
      let label = XML.attribute(
        [row.name, row.limit].filter { !$0.isEmpty }.joined(separator: " "))
      text += "    <testcase classname=\(name) name=\(label)"
      if row.verdict == .holds {
        text += "/>\n"
      } else {
        let type = XML.attribute(Self.type(item))
        text += "><failure type=\(type) message=\(XML.attribute(row.message))/></testcase>\n"
      }
    }
    return text + "  </testsuite>\n"
  }

  private static func type(_ item: CheckItem) -> String {
    if item.verdict == .unsettled { return "unsettled" }
    switch item {
    case .overload: return "overload"
    case .objective: return "objective"
    case .regression: return "regression"
    }
  }
}
