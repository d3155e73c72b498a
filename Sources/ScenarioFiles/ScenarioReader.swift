public import Capacity

/// Reads scenario files: YAML in, a scenario or every problem out.
public struct ScenarioReader {
  /// Reads a file's bytes by its path, or says why not.
  public typealias ReadFile = (String) throws(FileProblem) -> [UInt8]

  private let catalog: Catalog
  private let readFile: ReadFile

  /// A reader that looks names up in `catalog` and reads files, the scenario's and those that it
  /// names, with `readFile`.
  public init(
    catalog: Catalog = .builtIn, readFile: @escaping ReadFile = LocalFile.read(path:)
  ) {
    self.catalog = catalog
    self.readFile = readFile
  }

  /// The scenario at `path`, changed by `overrides` in their order.
  ///
  /// Throws all problems at once, in the order of the file.
  public func read(path: String, overrides: [Override] = []) throws(Diagnostics) -> Scenario {
    try read(bytes: bytes(of: path), path: path, overrides: overrides)
  }

  private func bytes(of path: String) throws(Diagnostics) -> [UInt8] {
    do {
      return try readFile(path)
    } catch {
      let place = Place(path: path, line: 1, column: 1, length: 1, lineText: "")
      throw Diagnostics([Diagnostic(problem: .file(error), place: place)])
    }
  }

  /// The scenario that `bytes` hold. Problems are reported at `path`, and the files that the
  /// scenario names are looked for beside it.
  public func read(
    bytes: [UInt8], path: String, overrides: [Override] = []
  ) throws(Diagnostics) -> Scenario {
    try readTree(bytes: bytes, path: path, overrides: overrides) { root, walk in
      walk.scenario(root)
    }
  }

  /// What `walk` makes of the file at `path`, or every problem.
  func readTree<Value>(
    path: String, overrides: [Override],
    _ read: (YAMLNode, inout ScenarioWalk) -> Value?
  ) throws(Diagnostics) -> Value {
    try readTree(bytes: bytes(of: path), path: path, overrides: overrides, read)
  }

  private func readTree<Value>(
    bytes: [UInt8], path: String, overrides: [Override],
    _ read: (YAMLNode, inout ScenarioWalk) -> Value?
  ) throws(Diagnostics) -> Value {
    let source = try TextChecks.decode(bytes, path: path).get()
    var (root, problems) = try YAMLTree.read(source)
    for override in overrides { override.apply(to: &root, problems: &problems) }
    var walk = ScenarioWalk(catalog: catalog, path: path, readFile: readFile)
    let value = read(root, &walk)
    problems += walk.problems
    guard let value, problems.isEmpty else {
      precondition(!problems.isEmpty, "a file that cannot be read has a reason")
      throw Diagnostics(problems, scenario: path)
    }
    return value
  }
}
