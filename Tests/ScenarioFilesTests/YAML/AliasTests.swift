import Capacity
import ScenarioFiles
import Testing

@Suite struct AliasTests {
  @Test func `an alias stands for its anchor`() throws {
    let text = Sample.replacing("name: sample", "name: &n sample\nabout: *n")
    #expect(try #require(Reading(text).scenario).about == "sample")
  }

  @Test func `stars within text are no aliases`() throws {
    let text = Sample.replacing(
      "name: sample", "name: &n sample # a *star*\nabout: 2 *n or *n\nx-a: *n")
    #expect(try #require(Reading(text).scenario).about == "2 *n or *n")
  }

  @Test func `an error within an aliased value is shown at the alias with a note`() {
    let text = Sample.replacing("deadline: 200ms", "deadline: *t")
      .replacing("name: sample", with: "name: sample\nx-time: &t 200")
    let reading = Reading(text)
    #expect(reading.spots == ["unit 11:15+2"])
    #expect(reading.diagnostics?.all.first?.note?.place.label == "s/a.yaml:3:12")
  }

  @Test func `an alias without an anchor is one error`() {
    let text = Sample.replacing("name: sample", "name: *nobody")
    #expect(Reading(text).spots == ["alias 2:7+7"])
  }

  @Test func `an alias cannot be a key`() {
    let text = Sample.replacing("name: sample", "name: &n sample\n*n : 3")
    #expect(Reading(text).spots == ["alias 3:1+2"])
  }

  @Test func `a bomb of aliases is stopped where it passes the limit`() {
    var lines = ["x-0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    for level in 1...12 {
      let uses = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      lines.append("x-\(level): &a\(level) [\(uses)]")
    }
    let reading = Reading(Sample.text + "\n" + lines.joined(separator: "\n"))
    #expect(reading.spots.count == 1)
    #expect(reading.spots.first?.hasPrefix("alias 29:") == true)
  }

  @Test func `aliases that nest too deep are stopped`() {
    let open = String(repeating: "[", count: 60)
    let close = String(repeating: "]", count: 60)
    let lines = "\nx-1: &a \(open)1\(close)\nx-2: \(open)*a\(close)"
    #expect(Reading(Sample.text + lines).spots == ["nesting 25:66+2"])
  }

  @Test func `a merge gives way to what stands beside it`() throws {
    let text = Sample.replacing(
      "pools: {main: {instance: box, count: 2}}",
      "pools: {a: &a {instance: box, count: 2}, b: {<<: *a, count: 3}, c: {<<: [*a]}}"
    ).replacing("    pools: {main: {min: 1, max: 4}}\n", with: "")
      .replacing("pool: main", with: "pool: a")
      .replacing(
        "    autoscaler: {pool: a, hpa: {metric: gpu_utilization, target: 70%}}\n", with: "")
    let scenario = try #require(Reading(text).scenario)
    #expect(scenario.architectures[0].pools.map(\.min) == [2, 3, 2])
  }

  @Test func `a merge of something else is an error`() {
    let text = Sample.replacing("{instance: box, count: 2}", "{<<: 3, instance: box, count: 2}")
    #expect(Reading(text).spots == ["type 18:24+1"])
  }
}

extension String {
  /// The text with `old`, which must be there, replaced by `new`.
  func replacing(_ old: String, with new: String) -> String {
    let parts = split(separator: old, omittingEmptySubsequences: false)
    precondition(parts.count > 1, "the text does not hold \(old)")
    return parts.joined(separator: new)
  }
}
