import ScenarioFiles

/// A file of measurements in memory.
enum Measured {
  static func file(_ text: String) throws(Diagnostics) -> MeasurementFile {
    try file(bytes: Array(text.utf8))
  }

  static func file(bytes: [UInt8]) throws(Diagnostics) -> MeasurementFile {
    try MeasurementFile(path: "m.csv") { (_: String) throws(FileProblem) -> [UInt8] in bytes }
  }

  /// What is wrong, one line for each problem, or what was read.
  static func complaint<Value>(_ read: () throws(Diagnostics) -> Value) -> String {
    do {
      return "\(try read())"
    } catch {
      return error.concise
    }
  }
}
