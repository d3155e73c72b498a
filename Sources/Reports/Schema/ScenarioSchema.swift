import Capacity
import ScenarioFiles

/// The JSON Schema (draft 2020-12) of scenarios, made from the declared language, for editors.
///
/// It is for completion and for early marks in an editor; what counts is what the reader says,
/// which knows ranges, names and contradictions that a schema cannot.
public enum ScenarioSchema {
  /// The file's content.
  public static var text: String {
    let sections = ScenarioLanguage.sections
    let definitions = sections.map { ($0.id, section($0)) }
    return JSON.object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("headroom scenario")),
      ("$ref", .string("#/$defs/scenario")),
      ("$defs", .object(definitions)),
    ]).text
  }

  private static func section(_ spec: SectionSpec) -> JSON {
    var members: [(String, JSON)] = [
      ("description", .string(spec.about)), ("type", .string("object")),
      ("properties", .object(spec.keys.map { ($0.name, key($0, isInherited: spec.isInherited)) })),
      ("patternProperties", .object([("^(x-.*|notes)$", .bool(true))])),
      ("additionalProperties", .bool(false)),
    ]
    let required = spec.keys.filter { $0.presence == .required }.map(\.name)
    if spec.keys.contains(where: { $0.name == "like" }) {
      members.append(("anyOf", .array([demanding(["like"]), demanding(required)])))
    } else if !spec.isInherited {
      if !required.isEmpty { members.append(("required", .array(required.map { .string($0) }))) }
      if !spec.exactlyOne.isEmpty {
        let groups = spec.exactlyOne.map { group in
          JSON.object([("oneOf", .array(group.map { demanding([$0]) }))])
        }
        members.append(("allOf", .array(groups)))
      }
    }
    return .object(members)
  }

  private static func demanding(_ keys: [String]) -> JSON {
    .object([("required", .array(keys.map { .string($0) }))])
  }

  private static func key(_ spec: KeySpec, isInherited: Bool) -> JSON {
    var kind = spec.kind
    // Of an inherited mapping an entry without a value takes that entry away.
    if isInherited, case .named(let entry) = kind { kind = .named(.either([entry, .nothing])) }
    let value = value(kind)
    let members: [(String, JSON)] =
      isInherited ? [("anyOf", .array([.object(value), typed("null")]))] : value
    return .object(
      [("description", .string(spec.description))] + members.filter { $0.0 != "description" })
  }

  private static func typed(_ name: String) -> JSON { .object([("type", .string(name))]) }

  private static func value(_ kind: ValueKind) -> [(String, JSON)] {
    switch kind {
    case .quantity(let quantity, let signed): self.quantity(quantity, signed: signed)
    case .text: [("type", .array([.string("string"), .string("number"), .string("boolean")]))]
    case .name(let known): name(known)
    case .flag: [("type", .string("boolean"))]
    case .whole(let range):
      [
        ("type", .string("integer")), ("minimum", .integer(Int64(range.lowerBound))),
        ("maximum", .integer(Int64(range.upperBound))),
      ]
    case .number(let range):
      [
        ("type", .string("number")), ("minimum", .number(range.lowerBound)),
        ("maximum", .number(range.upperBound)),
      ]
    case .choice(let words): [("enum", .array(words.map { .string($0) }))]
    case .pattern(let pattern, let example):
      [
        ("type", .string("string")), ("pattern", .string(pattern)),
        ("examples", .array([.string(example)])),
      ]
    case .section(let id): [("$ref", .string("#/$defs/\(id)"))]
    case .named(let value): mapping(#"^[a-z0-9][a-z0-9._-]*$"#, value)
    case .keyed(let pattern, let value): mapping(pattern, value)
    case .list(let value):
      [
        ("type", .string("array")), ("items", .object(self.value(value))),
        ("minItems", .integer(1)),
      ]
    case .either(let kinds): [("anyOf", .array(kinds.map { .object(value($0)) }))]
    case .objectives: objectives
    case .nothing: [("type", .string("null"))]
    }
  }

  private static func quantity(_ quantity: Quantity, signed: Bool) -> [(String, JSON)] {
    let pattern = JSON.string(quantity.pattern(signed: signed))
    let text = JSON.string("string")
    return [
      ("description", .string(quantity.example)),
      ("type", quantity.takesBareNumber ? .array([text, .string("number")]) : text),
      ("pattern", pattern),
    ]
  }

  /// Known names are offered, others allowed.
  private static func name(_ known: [String]) -> [(String, JSON)] {
    guard !known.isEmpty else { return [("type", .string("string"))] }
    let offered = JSON.object([("enum", .array(known.map { .string($0) }))])
    return [("anyOf", .array([offered, typed("string")]))]
  }

  private static func mapping(_ pattern: String, _ value: ValueKind) -> [(String, JSON)] {
    let free = "^(x-.*|notes)$"
    return [
      ("type", .string("object")),
      (
        "patternProperties",
        .object([(free, .bool(true)), (distinct(pattern), .object(self.value(value)))])
      ),
      ("additionalProperties", .bool(false)), ("minProperties", .integer(1)),
    ]
  }

  /// The pattern of keys that are not left to people.
  private static func distinct(_ pattern: String) -> String {
    "^(?!x-|notes$)" + pattern.dropFirst()
  }

  private static var objectives: [(String, JSON)] {
    let limits = Metric.allCases.map { metric in
      let about = Explanation.of(metric.rawValue).first { $0.kind == .metric }?.text.meaning ?? ""
      let words = about.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return (
        metric.rawValue,
        JSON.object([
          ("description", .string(words)), ("type", .string("string")),
          ("pattern", .string(limit(metric.unit))),
        ])
      )
    }
    return [
      ("type", .string("object")), ("properties", .object(limits)),
      ("patternProperties", .object([("^(x-.*|notes)$", .bool(true))])),
      ("additionalProperties", .bool(false)),
    ]
  }

  private static func limit(_ unit: Metric.Unit) -> String {
    let value =
      switch unit {
      case .dollars: #"\$[0-9.]+(/month|/user-hour|/1000-served)?$"#
      case .milliseconds: String(Quantity.time.pattern(signed: false).dropFirst())
      case .ratio: String(Quantity.share.pattern(signed: false).dropFirst())
      case .count: #"[0-9.]+([eE][-+]?[0-9]+)?$"#
      }
    return "^(<=|>=) *" + value
  }
}
