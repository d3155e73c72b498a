import ScenarioFiles
import Testing

@Suite struct DiagnosticsTextTests {
  @Test func `a misspelt key is shown with its line, a caret and the nearest`() {
    let reading = Reading(Sample.replacing("    autoscaler:", "    autoscalr:"))
    #expect(
      reading.text == """
        error[unknown-key]: `autoscalr` is not a key of an architecture
          s/a.yaml:22:5
          22 │     autoscalr: {pool: main, hpa: {metric: gpu_utilization, target: 70%}}
             │     ^^^^^^^^^ did you mean `autoscaler`?
        """)
  }

  @Test func `a habit of another tool finds its word`() {
    let reading = Reading(Sample.replacing("{min: 1, max: 4}", "{replicas: 1, max: 4}"))
    // That `min` is missing is the same mistake, and is not told again.
    #expect(reading.diagnostics?.all.map(\.problem.slug) == ["unknown-key"])
    #expect(reading.diagnostics?.all.last?.text.contains("did you mean `min`?") == true)
  }

  @Test func `a key like none of the valid ones lists eight of them`() {
    let reading = Reading(Sample.replacing("count: 2}", "count: 2, colour: red}"))
    #expect(
      reading.text == """
        error[unknown-key]: `colour` is not a key of a pool
          s/a.yaml:18:45
          18 │     pools: {main: {instance: box, count: 2, colour: red}}
             │                                             ^^^^^^ one of: instance, count, min, max, \
        initial, price, start, drain, and 11 more
        """)
  }

  @Test func `a time without a unit is told how to be written`() {
    let reading = Reading(Sample.replacing("deadline: 200ms", "deadline: 90"))
    #expect(
      reading.text == """
        error[unit]: `deadline` is a time and needs a unit
          s/a.yaml:10:15
          10 │     deadline: 90
             │               ^^ write 90s or 90min
        """)
  }

  @Test func `both halves of a contradiction are shown`() {
    let text = Sample.replacing(
      "{min: 1, max: 4}", "\n      main:\n        min: 24\n        max: 16"
    )
    .replacing("pools: {main: \n", with: "pools:\n").replacing("max: 16}", with: "max: 16")
    #expect(
      Reading(text).text == """
        error[contradiction]: `min` is 24 and `max` is 16
          s/a.yaml:24:14
          23 │         min: 24
          24 │         max: 16
             │              ^^ raise max or lower min
        """)
  }

  @Test func `a GPU without a curve is told which there are`() {
    let reading = Reading(Sample.replacing("T4: {batch", "L4: {batch"))
    #expect(
      reading.text == """
        error[no-curve]: nothing says how fast T4 serves `light`
          s/a.yaml:18:30
          18 │     pools: {main: {instance: box, count: 2}}
             │                              ^^^ curves of `light`: L4
          help: add a curve under `on:` of the model
        """)
  }

  @Test func `a duplicate key far from the first has a note`() {
    let reading = Reading(Sample.adding("name: again", after: "objectives"))
    #expect(
      reading.text == """
        error[duplicate-key]: `name` is given twice
          s/a.yaml:24:1
          24 │ name: again
             │ ^^^^ keep one of them
          note: first given here: s/a.yaml:2:1
        """)
  }

  @Test func `ten problems are shown, the rest counted`() {
    let keys = (1...13).map { "zz\($0): 1" }.joined(separator: "\n")
    let reading = Reading(Sample.adding(keys, after: "name:"))
    let text = reading.diagnostics?.description ?? ""
    #expect(text.components(separatedBy: "error[unknown-key]").count - 1 == 10)
    #expect(text.hasSuffix("\n\nand 3 more errors\n"))
    #expect(reading.concise.split(separator: "\n").count == 13)
  }

  @Test func `the concise form is one line`() {
    let reading = Reading(Sample.replacing("deadline: 200ms", "deadline: 90"))
    #expect(
      reading.concise
        == "s/a.yaml:10:15: error[unit]: `deadline` is a time and needs a unit\n")
  }

  @Test func `GitHub gets an annotation`() {
    let reading = Reading(Sample.replacing("count: 2}", "count: 2, \"50%\": 1}"))
    #expect(
      reading.diagnostics?.annotations
        == "::error file=s/a.yaml,line=18,col=45,title=unknown-key::"
        + "`50%25` is not a key of a pool\n")
  }

  @Test func `a very long line is cut around the place`() {
    let line = "x-long: [\(String(repeating: "1, ", count: 2_000))1], zz: 2"
    let reading = Reading("{headroom: 1, \(line)}")
    let longest = reading.text.split(separator: "\n").map(\.count).max() ?? 0
    #expect(longest < 160)
  }

  @Test func `a file that is not there is told`() {
    let reader = ScenarioReader { (_: String) throws(FileProblem) -> [UInt8] in throw .notFound }
    #expect(throws: Diagnostics.self) { try reader.read(path: "none.yaml") }
    do {
      _ = try reader.read(path: "none.yaml")
    } catch {
      #expect(error.concise == "none.yaml:1:1: error[file]: the scenario does not exist\n")
    }
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
