import Kernel

extension ScenarioWalk {
  /// Opens a CSV file that the scenario names; the columns must be in its header.
  mutating func table(
    _ file: YAMLNode, columns: [(name: String, node: YAMLNode)]
  ) -> CSVTable? {
    guard let name = text(file) else { return nil }
    let content: [UInt8]
    do {
      content = try readFile(wholePath(name))
    } catch {
      report(.trace(.unreadable(name, error)), at: file)
      return nil
    }
    let table = CSVTable(path: wholePath(name), content: content)
    guard !table.columns.isEmpty else {
      report(.trace(.empty(name)), at: file)
      return nil
    }
    var isComplete = true
    for column in columns where !table.columns.contains(column.name) {
      let fault = Problem.TraceFault.noColumn(column.name, file: name, columns: table.columns)
      report(.trace(fault), at: column.node)
      isComplete = false
    }
    return isComplete ? table : nil
  }

  /// Reports what was found wrong in a table that was read to its end; whether it can be used.
  mutating func finish(_ table: CSVTable, _ file: YAMLNode) -> Bool {
    for (fault, place, alike) in table.faults {
      report(
        .traceRow(fault, alike: alike), at: place,
        note: .init(relation: .namedHere, place: file.place))
    }
    if table.rowCount == 0 { report(.trace(.empty(file.text ?? "")), at: file) }
    if table.isCut { report(.trace(.tooManyRows(limit: CSVTable.rowLimit)), at: file) }
    return table.faults.isEmpty && table.rowCount > 0 && !table.isCut
  }

  /// A path as the scenario's folder sees it.
  private func wholePath(_ name: String) -> String {
    guard !name.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return name }
    return path[...slash] + name
  }
}
