import ScenarioFiles
import Testing

/// Whatever the bytes, the reader answers with a scenario or with problems.
@Suite struct MutationTests {
  /// SplitMix64, so that a seed says all.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let words = [
    "-1", "0", "1e300", "nan", "null", "~", "*a", "&a ", "<<: *a", "{", "}", "[", "]", ": ", "- ",
    "\n", "\t", "\"", "'", "|", "#", "!!int ", "? ", "10d", "999999999999999999999", "$", "%",
    "1:30", "é", "\u{2028}", "count: 1", "like: scaled", "notes: x", "trace: {file: x}",
  ]

  private func mutate(_ bytes: inout [UInt8], _ generator: inout Generator) {
    let at = Int.random(in: 0..<bytes.count, using: &generator)
    let length = min(Int.random(in: 1...12, using: &generator), bytes.count - at)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.removeSubrange(at..<(at + length))
    case 2: bytes.insert(contentsOf: bytes[at..<(at + length)], at: at)
    case 3:
      let other = Int.random(in: 0..<bytes.count, using: &generator)
      bytes.swapAt(at, other)
    default:
      let word = Self.words[Int.random(in: 0..<Self.words.count, using: &generator)]
      bytes.replaceSubrange(at..<(at + length / 3), with: Array(word.utf8))
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `a mutated scenario is read or refused with places`(seed: UInt64) throws {
    var generator = Generator(state: seed)
    let texts = [Sample.text, try WholeScenarioTests.documented()]
    for round in 0..<60 {
      var bytes = Array(texts[round % 2].utf8)
      for _ in 0...Int.random(in: 0..<4, using: &generator) { mutate(&bytes, &generator) }
      let reading = Reading(bytes: bytes)
      guard let diagnostics = reading.diagnostics else {
        #expect(reading.scenario != nil)
        continue
      }
      #expect(!diagnostics.all.isEmpty)
      #expect(diagnostics.all.allSatisfy { $0.place.line >= 1 && $0.place.column >= 1 })
      #expect(!diagnostics.description.isEmpty)
    }
  }
}
