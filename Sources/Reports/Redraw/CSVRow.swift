import Foundation
import Kernel

/// One row of a file that a run wrote, with what is asked of its fields.
struct CSVRow {
  let file: String
  let line: Int
  let header: [String]
  let fields: [String]

  /// The text of a column.
  func text(_ column: Int) -> String { fields[column] }

  /// A whole number from 0 up.
  func count(_ column: Int) throws(RunProblem) -> Int64 {
    guard let value = Int64(fields[column]), value >= 0 else {
      throw wrong(column, "a whole number from 0 up")
    }
    return value
  }

  /// Any whole number that an index may have.
  func integer(_ column: Int) throws(RunProblem) -> Int {
    guard let value = Int(fields[column]) else { throw wrong(column, "a whole number") }
    return value
  }

  /// A finite number.
  func number(_ column: Int) throws(RunProblem) -> Double {
    guard let value = Double(fields[column]), value.isFinite else {
      throw wrong(column, "a number")
    }
    return value
  }

  /// A finite number, or nil of an empty field.
  func optionalNumber(_ column: Int) throws(RunProblem) -> Double? {
    fields[column].isEmpty ? nil : try number(column)
  }

  /// Dollars to the nanodollar.
  func money(_ column: Int) throws(RunProblem) -> Money {
    Money(nanodollars: try fixed(column, decimals: 9))
  }

  /// An instant in seconds.
  func time(_ column: Int) throws(RunProblem) -> SimTime {
    SimTime(nanoseconds: try fixed(column, decimals: 9))
  }

  /// An instant in seconds, or nil of an empty field.
  func optionalTime(_ column: Int) throws(RunProblem) -> SimTime? {
    fields[column].isEmpty ? nil : try time(column)
  }

  /// A length of time in milliseconds, or nil of an empty field.
  func optionalMilliseconds(_ column: Int) throws(RunProblem) -> SimDuration? {
    guard !fields[column].isEmpty else { return nil }
    return SimDuration(nanoseconds: try fixed(column, decimals: 6))
  }

  /// What `find` makes of a field, which must be one that is known.
  func known<Value>(
    _ column: Int, _ expected: String, _ find: (String) -> Value?
  ) throws(RunProblem) -> Value {
    guard let value = find(fields[column]) else { throw wrong(column, expected) }
    return value
  }

  /// A field that is not what it should be.
  func wrong(_ column: Int, _ expected: String) -> RunProblem {
    RunProblem(
      file, line: line, "`\(header[column])` is `\(fields[column])`, expected \(expected)")
  }

  /// A decimal number as a whole number of its last place, exactly.
  private func fixed(_ column: Int, decimals: Int) throws(RunProblem) -> Int64 {
    var text = Substring(fields[column])
    let isNegative = text.hasPrefix("-")
    if isNegative { text = text.dropFirst() }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let digits =
      String(parts[0]) + fraction
      + String(repeating: "0", count: max(0, decimals - fraction.count))
    guard fraction.count <= decimals, !parts[0].isEmpty, digits.allSatisfy({ $0.isNumber }),
      let value = Int64(digits)
    else { throw wrong(column, "a decimal number") }
    return isNegative ? -value : value
  }
}
