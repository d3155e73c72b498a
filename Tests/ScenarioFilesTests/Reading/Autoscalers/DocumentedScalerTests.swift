import Autoscaling
import Capacity
import Foundation
import Kernel
import ScenarioFiles
import Testing

/// docs/autoscalers.md and docs/scenarios.md: their examples are read, and their defaults are so.
@Suite struct DocumentedScalerTests {
  private static func page(_ name: String) throws -> String {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<5 { folder.deleteLastPathComponent() }
    return try String(contentsOf: folder.appendingPathComponent("docs/\(name)"), encoding: .utf8)
  }

  /// The examples of a page, each with the heading that it stands under.
  private static func examples(_ name: String) throws -> [(heading: String, text: String)] {
    var heading = ""
    var block: [Substring]?
    var found: [(heading: String, text: String)] = []
    for line in try page(name).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("#") { heading = String(line.drop { $0 == "#" || $0 == " " }) }
      if line == "```yaml" {
        block = []
      } else if line == "```", let lines = block {
        found.append((heading, lines.joined(separator: "\n")))
        block = nil
      } else {
        block?.append(line)
      }
    }
    return found
  }

  private static let minimal = [
    "hpa": "hpa: {metric: gpu_utilization, target: 70%}",
    "target_tracking": "target_tracking: {metric: gpu_utilization, target: 70%}",
    "step_scaling": """
    step_scaling: {metric: gpu_utilization, \
    out: {above: 60%, steps: [{to: 15%, percent: 20%}, {from: 15%, percent: 50%}], min_change: 1}, \
    in: {below: 30%, minutes: 5, steps: [{percent: 10%}], min_change: 1}}
    """,
    "mig": "mig: {metric: gpu_utilization, target: 60%}",
    "ray_serve": "ray_serve: {}",
    "thresholds": """
    thresholds: {out: {above: {gpu_utilization: 70%, queue_wait: 50ms}}, \
    in: {below: {gpu_utilization: 20%}}}
    """,
    "predictive": "predictive: {metric: streams, target: 5}",
  ]

  @Test func `every example is read`() throws {
    let examples = try Self.examples("autoscalers.md")
    #expect(examples.count == 14)
    for example in examples {
      let read = ScalerReading(block: example.text)
      #expect(read.words == "", "\(example.text)")
      #expect(read.scalers.count + read.clairvoyants.count + read.mixes.count == 1)
    }
  }

  @Test(arguments: minimal.keys.sorted())
  func `what is written as a default is one`(policy: String) throws {
    let example = try #require(
      try Self.examples("autoscalers.md").first { $0.heading == policy })
    let documented = try #require(ScalerReading(block: example.text).scaler)
    let plain = try #require(ScalerReading(policy: Self.minimal[policy] ?? "").scaler)
    #expect("\(documented.policy)" == "\(plain.policy)")
    #expect(documented.metrics == plain.metrics)
    #expect(documented.feed == plain.feed)
  }

  @Test func `the default mix is as written`() throws {
    let example = try #require(
      try Self.examples("autoscalers.md").first { $0.heading == "cheapest" })
    let plain = ScalerReading(
      "{pools: [main, side], cheapest: {metric: streams, carries: {main: 6, side: 3}}}")
    #expect(ScalerReading(block: example.text).mixes == plain.mixes)
  }

  @Test func `the scenario page's examples are read`() throws {
    let example = try #require(
      try Self.examples("scenarios.md").first { $0.heading == "Autoscaling" })
    let lines = example.text.split(separator: "\n")
    #expect(lines.count == 10)
    for line in lines {
      #expect(ScalerReading(block: String(line)).words == "", "\(line)")
    }
  }

  @Test func `every policy has its heading, every metric its row`() throws {
    let page = try Self.page("autoscalers.md")
    for name in Self.minimal.keys { #expect(page.contains("\n## \(name)\n")) }
    for metric in PoolMetric.allCases {
      #expect(page.contains("\n| `\(metric.rawValue)` |"), "\(metric)")
    }
  }
}
