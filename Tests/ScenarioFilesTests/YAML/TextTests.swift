import Capacity
import ScenarioFiles
import Testing

/// What is wrong before the scenario's own words matter.
@Suite struct TextTests {
  @Test func `bytes that are not UTF-8 are located`() {
    let bytes = Array("headroom: 1\nname: caf".utf8) + [0xE9, 0x0A]
    #expect(Reading(bytes: bytes).spots == ["encoding 2:10+1"])
  }

  @Test func `a byte order mark is passed over`() {
    #expect(Reading(bytes: [0xEF, 0xBB, 0xBF] + Array(Sample.text.utf8)).spots == [])
  }

  @Test func `a control character is located`() {
    #expect(Reading("headroom: 1\nname: a\u{7}b\n").spots == ["encoding 2:8+1"])
  }

  @Test func `every tab that indents is located`() {
    let text = "headroom: 1\ndemand:\n\tcalls: 1\n  \tmore: 2\n"
    #expect(Reading(text).spots == ["tab 3:1+1", "tab 4:3+1"])
  }

  @Test func `a syntax error is located`() {
    #expect(Reading("headroom: 1\nclock: {measure: 1d\nname: x\n").spots == ["syntax 3:5+1"])
  }

  @Test func `an empty file says so`() {
    #expect(Reading("").spots == ["syntax 1:1+1"])
    #expect(Reading("# only a comment\n").spots == ["syntax 1:1+1"])
  }

  @Test func `a second document is an error`() {
    #expect(Reading(Sample.text + "\n---\nheadroom: 1\n").spots == ["syntax 24:1+1"])
  }

  @Test func `a tag is an error`() {
    #expect(
      Reading(Sample.replacing("name: sample", "name: !!str sample")).spots == ["syntax 2:7+5"])
  }

  @Test func `a hundred thousand brackets are answered at the first too many`() {
    let text = "headroom: " + String(repeating: "[", count: 100_000)
    #expect(Reading(text).spots == ["nesting 1:111+1"])
  }

  @Test func `lists within lists on one line are counted`() {
    let text = "headroom:\n  " + String(repeating: "- ", count: 50_000) + "x"
    #expect(Reading(text).spots.first?.hasPrefix("nesting 2:") == true)
  }

  @Test func `deep indentation is located`() {
    let lines = (0..<150).map { String(repeating: " ", count: $0) + "k:" }
    #expect(Reading(lines.joined(separator: "\n")).spots == ["nesting 101:101+1"])
  }

  @Test func `more values than the limit are stopped`() {
    let ones = [String](repeating: "1", count: 200_100).joined(separator: ",")
    let spots = Reading(Sample.text + "\nx-long: [\(ones)]").spots
    #expect(spots.count == 1)
    #expect(spots.first?.hasPrefix("range 24:") == true)
  }

  @Test func `brackets and dashes within text do not count`() {
    let brackets = String(repeating: "[", count: 300)
    let line = "about: \"\(brackets)\" # \(brackets) \(String(repeating: "-", count: 300))"
    #expect(Reading(Sample.adding(line, after: "name:")).spots == [])
  }

  @Test func `every duplicate key is located with the first`() throws {
    let text = Sample.replacing(
      "deadline: 200ms", "deadline: 200ms\n    deadline: 1ms\n    stream: 3")
    let reading = Reading(text)
    #expect(reading.spots == ["duplicate-key 11:5+8", "duplicate-key 12:5+6"])
    #expect(reading.diagnostics?.all.map { $0.note?.place.line } == [10, 8])
  }

  @Test func `a key that is a list is an error`() {
    let text = Sample.adding("? [a, b]\n: 1", after: "name:")
    #expect(Reading(text).spots == ["syntax 3:3+6"])
  }
}
