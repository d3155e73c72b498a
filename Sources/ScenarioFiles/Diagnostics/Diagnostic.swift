/// One thing that is wrong with a scenario: a fact, where it stands, what it has to do with.
public struct Diagnostic: Hashable, Sendable {
  /// What is wrong.
  public var problem: Problem
  /// Where.
  public var place: Place
  /// Another place that has to do with it.
  public var note: Note?

  /// Another place, and what it has to do with the problem.
  public struct Note: Hashable, Sendable {
    /// How the other place is related.
    public enum Relation: Hashable, Sendable {
      /// The same key was given there first.
      case firstGiven
      /// The other half of a contradiction.
      case otherSide
      /// The anchored value that an alias stands for.
      case anchored
      /// The scenario names the file there.
      case namedHere
    }

    /// How the place is related.
    public var relation: Relation
    /// Where.
    public var place: Place
  }
}

/// Everything that is wrong with a scenario, in the order of the file.
public struct Diagnostics: Error, Hashable, Sendable {
  /// The problems; at least one.
  public var all: [Diagnostic]

  /// Problems without repetition, in order of place: the scenario's own first, overrides and
  /// traces after it in the order they were met.
  init(_ found: [Diagnostic], scenario: String? = nil) {
    var paths: [String: Int] = scenario.map { [$0: 0] } ?? [:]
    for diagnostic in found where paths[diagnostic.place.path] == nil {
      paths[diagnostic.place.path] = paths.count
    }
    var seen: Set<Diagnostic> = []
    let unique = found.filter { seen.insert($0).inserted }
    all = unique.enumerated().sorted { a, b in
      let (x, y) = (a.element.place, b.element.place)
      return (paths[x.path] ?? 0, x.line, x.column, a.offset)
        < (paths[y.path] ?? 0, y.line, y.column, b.offset)
    }.map(\.element)
  }
}
