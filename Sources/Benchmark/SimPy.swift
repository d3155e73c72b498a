import Foundation

/// The same M/M/1 queue in SimPy, run beside ours when Python and SimPy are there.
enum SimPy {
  /// Runs `customers` through SimPy; nil, with the reason printed, when it cannot be run.
  static func measure(customers: Int) -> (items: Int, seconds: Double)? {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("mm1_simpy.py")
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script.path, String(customers)]
    process.standardOutput = output
    process.standardError = Pipe()
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let words = String(decoding: data, as: UTF8.self).split(separator: " ")
    guard process.terminationStatus == 0, words.count == 3, let items = Int(words[0]),
      let seconds = Double(words[1])
    else { return nil }
    return (items, seconds)
  }
}
