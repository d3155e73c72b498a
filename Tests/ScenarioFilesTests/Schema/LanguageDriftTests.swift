import ScenarioFiles
import Testing

/// What the reader accepts and what is declared are the same.
@Suite struct LanguageDriftTests {
  private static let bogus = "zz-no-such-key"

  /// A section as the reader told of it.
  private struct Met: Hashable {
    var name: String
    var keys: Set<String>
  }

  @Test func `every section that the reader knows is declared with the same keys`() throws {
    let met = try Self.met()
    #expect(met.count > 60)
    let declared = ScenarioLanguage.sections
    for section in met {
      let isDeclared = declared.contains { spec in
        spec.names.contains { Self.matches($0, section.name) }
          && Set(spec.keys.map(\.name)) == section.keys
      }
      #expect(isDeclared, "\(section.name) has \(section.keys.sorted())")
    }
    for spec in declared {
      for name in spec.names {
        let isMet = met.contains {
          Self.matches(name, $0.name) && Set(spec.keys.map(\.name)) == $0.keys
        }
        #expect(isMet, "nothing has the keys of \(spec.id), \(name)")
      }
    }
  }

  @Test func `ids are unique, and every section is reached from another`() {
    let ids = ScenarioLanguage.sections.map(\.id)
    #expect(Set(ids).count == ids.count)
    var reached: Set<String> = ["scenario"]
    for spec in ScenarioLanguage.sections {
      for key in spec.keys { reached.formUnion(Self.references(key.kind)) }
    }
    #expect(reached == Set(ids))
  }

  private static func references(_ kind: ValueKind) -> [String] {
    switch kind {
    case .section(let id): [id]
    case .named(let value), .keyed(_, let value), .list(let value): references(value)
    case .either(let kinds): kinds.flatMap(references)
    default: []
    }
  }

  /// `*` stands for any name.
  private static func matches(_ pattern: String, _ name: String) -> Bool {
    guard let star = pattern.firstIndex(of: "*") else { return pattern == name }
    return name.hasPrefix(pattern[..<star])
      && name.hasSuffix(pattern[pattern.index(after: star)...])
  }

  /// Puts a key that means nothing into every mapping, one after the other.
  private static func met() throws -> Set<Met> {
    let bytes = Array(EverySection.text.utf8)
    let reader = ScenarioReader { (_) throws(FileProblem) -> [UInt8] in
      Array(EverySection.rows.utf8)
    }
    var met: Set<Met> = []
    for path in try ScenarioReader.mappingPaths(of: bytes, path: "every.yaml") {
      let change = Override((path + ["\(bogus)=1"]).joined(separator: "."))
      do {
        _ = try reader.read(bytes: bytes, path: "every.yaml", overrides: [change])
      } catch {
        for case .unknownKey(bogus, let name, let valid) in error.all.map(\.problem)
        where name != "`carries`" {
          met.insert(Met(name: name, keys: Set(valid)))
        }
      }
    }
    return met
  }
}
