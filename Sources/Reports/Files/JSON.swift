/// A JSON value whose objects keep the order in which their members were given.
enum JSON {
  case null
  case bool(Bool)
  case integer(Int64)
  case unsigned(UInt64)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  /// A number, or null for an unknown one.
  static func optional(_ value: Double?) -> JSON { value.map { .number($0) } ?? .null }
  /// A text, or null for none.
  static func optional(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }

  /// The text, two spaces a level, with a line end.
  var text: String {
    var result = ""
    append(to: &result, indent: "")
    return result + "\n"
  }

  private func append(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .unsigned(let value): text += String(value)
    case .number(let value): text += PlainDecimal.text(value)
    case .string(let value): text += Self.quoted(value)
    case .array(let values):
      Self.append(values.map { (nil, $0) }, "[", "]", to: &text, indent: indent)
    case .object(let members):
      Self.append(members.map { ($0.0, $0.1) }, "{", "}", to: &text, indent: indent)
    }
  }

  private static func append(
    _ members: [(String?, JSON)], _ open: String, _ close: String, to text: inout String,
    indent: String
  ) {
    text += open
    for (index, member) in members.enumerated() {
      text += index == 0 ? "\n" : ",\n"
      text += indent + "  "
      if let key = member.0 { text += quoted(key) + ": " }
      member.1.append(to: &text, indent: indent + "  ")
    }
    text += members.isEmpty ? close : "\n" + indent + close
  }

  private static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
