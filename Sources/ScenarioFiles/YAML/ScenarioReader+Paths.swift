extension ScenarioReader {
  /// The path of every mapping in a scenario, as `--set` writes it: keys and places in lists. The
  /// whole scenario's is empty.
  package static func mappingPaths(of bytes: [UInt8], path: String) throws -> [[String]] {
    let source = try TextChecks.decode(bytes, path: path).get()
    return mappingPaths(of: try YAMLTree.read(source).0)
  }

  private static func mappingPaths(of node: YAMLNode) -> [[String]] {
    switch node.content {
    case .scalar: []
    case .sequence(let elements):
      elements.enumerated().flatMap { place, element in
        mappingPaths(of: element).map { ["\(place)"] + $0 }
      }
    case .mapping(let entries):
      [[]] + entries.flatMap { entry in mappingPaths(of: entry.value).map { [entry.key] + $0 } }
    }
  }
}
