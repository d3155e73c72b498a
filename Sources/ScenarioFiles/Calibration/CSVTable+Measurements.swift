extension CSVTable {
  /// A number above 0, or nil with a fault.
  mutating func positive(_ row: Row, _ column: String) -> Double? {
    guard let text = field(row, column) else { return nil }
    if let value = Self.number(text), value > 0 { return value }
    add(.value(column: column, text: text, expected: "a number above 0"), row, column)
    return nil
  }

  /// A number from 0 up, or nil with a fault.
  mutating func notNegative(_ row: Row, _ column: String) -> Double? {
    guard let text = field(row, column) else { return nil }
    if let value = Self.number(text), value >= 0 { return value }
    add(.value(column: column, text: text, expected: "a number from 0 up"), row, column)
    return nil
  }

  /// A whole number in `range`, or nil with a fault.
  mutating func whole(_ row: Row, _ column: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = field(row, column) else { return nil }
    if let value = Int(text), range.contains(value), !text.hasPrefix("+") { return value }
    let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    add(.value(column: column, text: text, expected: expected), row, column)
    return nil
  }

  /// The number that `text` is as a whole.
  static func number(_ text: String) -> Double? {
    guard case .success(let number) = NumberText.read(text), number.rest.isEmpty else {
      return nil
    }
    return number.value
  }
}
