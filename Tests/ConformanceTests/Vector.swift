import Foundation
import Testing

/// One fact about an original: what goes in and what comes out.
///
/// The figures are in `Vectors/`, in files named `SYSTEM_vectors_*.json` of the schema that
/// `Vectors/README.md` names; every file there is run, so other figures may stand in their place.
struct Vector: Sendable, Decodable, CustomTestStringConvertible {
  var id: String
  var system: String
  var kind: String
  var input: JSONValue
  var expect: JSONValue

  var testDescription: String { "\(id) \(kind)" }

  private struct File: Decodable { var vectors: [Vector] }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Vectors")

  /// All vectors of the files whose name begins with `name`.
  static func all(_ name: String) -> [Vector] {
    do {
      let files = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
      return
        try files
        .filter { file in
          let own = file.lastPathComponent
          return own.hasPrefix("\(name)_vectors_") && own.hasSuffix(".json")
        }
        .sorted { $0.path < $1.path }
        .flatMap { file in
          try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).vectors
        }
    } catch {
      Issue.record("cannot read the vectors of \(name): \(error)")
      return []
    }
  }

  /// Fails the test where `actual` differs from what is expected.
  func check(_ actual: JSONValue, sourceLocation: SourceLocation = #_sourceLocation) {
    let tolerance = expect["tolerance"]?.double ?? 1e-9
    var wanted = expect
    if case .object(var members) = wanted {
      members["tolerance"] = nil
      wanted = .object(members)
    }
    let differences = actual.differences(from: wanted, tolerance: tolerance)
    if !differences.isEmpty {
      Issue.record("\(id): \(differences.joined(separator: "; "))", sourceLocation: sourceLocation)
    }
  }

  /// Fails the test: a kind that nothing runs would pass unseen.
  func unknownKind(sourceLocation: SourceLocation = #_sourceLocation) {
    Issue.record("\(id): nothing runs vectors of kind \(kind)", sourceLocation: sourceLocation)
  }
}
