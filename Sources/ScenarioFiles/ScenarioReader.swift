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
    let bytes: [UInt8]
    do {
      bytes = try readFile(path)
    } catch {
      let place = Place(path: path, line: 1, column: 1, length: 1, lineText: "")
      throw Diagnostics([Diagnostic(problem: .file(error), place: place)])
    }
    return try read(bytes: bytes, path: path, overrides: overrides)
  }

  /// The scenario that `bytes` hold. Problems are reported at `path`, and the files that the
  /// scenario names are looked for beside it.
  public func read(
    bytes: [UInt8], path: String, overrides: [Override] = []
  ) throws(Diagnostics) -> Scenario {
    let source = try TextChecks.decode(bytes, path: path).get()
    var (root, problems) = try YAMLTree.read(source)
    for override in overrides { override.apply(to: &root, problems: &problems) }
    var walk = ScenarioWalk(catalog: catalog, path: path, readFile: readFile)
    let scenario = walk.scenario(root)
    problems += walk.problems
    guard let scenario, problems.isEmpty else {
      precondition(!problems.isEmpty, "a scenario that cannot be read has a reason")
      throw Diagnostics(problems, scenario: path)
    }
    return scenario
  }
}
