import Foundation

/// A JSON value whose integers keep all 64 bits.
enum JSONValue: Hashable, Sendable, Decodable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The value of a key, or nil when it is absent or null.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self, let value = members[key], value != .null else {
      return nil
    }
    return value
  }

  var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  var string: String? { if case .string(let value) = self { value } else { nil } }
  var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
  var object: [String: JSONValue]? { if case .object(let value) = self { value } else { nil } }

  var int64: Int64? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int64(exactly: value)
    default: nil
    }
  }

  var int: Int? { int64.map { Int($0) } }

  var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// A whole number.
  static func int(_ value: Int) -> JSONValue { .integer(Int64(value)) }
}

extension JSONValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral
{
  init(integerLiteral value: Int64) { self = .integer(value) }
  init(stringLiteral value: String) { self = .string(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }
}

extension JSONValue {
  /// Where `self` differs from what is expected. Members that are absent from an expected object
  /// are not asserted; numbers may differ by `tolerance`, relative above 1.
  func differences(
    from expected: JSONValue, tolerance: Double = 1e-9, at path: String = ""
  ) -> [String] {
    switch (self, expected) {
    case (.object(let ours), .object(let wanted)):
      return wanted.keys.sorted().flatMap { key in
        let here = path.isEmpty ? key : "\(path).\(key)"
        return (ours[key] ?? .null).differences(
          from: wanted[key] ?? .null, tolerance: tolerance, at: here)
      }
    case (.array(let ours), .array(let wanted)):
      guard ours.count == wanted.count else {
        return ["\(path): \(ours.count) elements, expected \(wanted.count): \(self)"]
      }
      return ours.indices.flatMap { index in
        ours[index].differences(
          from: wanted[index], tolerance: tolerance, at: "\(path)[\(index)]")
      }
    case (.integer(let ours), .integer(let wanted)) where ours == wanted: return []
    default:
      if let ours = double, let wanted = expected.double,
        abs(ours - wanted) <= tolerance * max(1, abs(wanted))
      {
        return []
      }
      return self == expected ? [] : ["\(path): \(self), expected \(expected)"]
    }
  }
}
