/// Rows of RFC 4180 with `\n` as the end of a line.
enum CSV {
  /// Writes one row.
  static func write(_ fields: [String], to sink: inout some TextOutputStream) {
    for (index, field) in fields.enumerated() {
      if index > 0 { sink.write(",") }
      sink.write(quoted(field))
    }
    sink.write("\n")
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return field }
    let doubled = field.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + doubled.joined(separator: "\"\"") + "\""
  }
}
