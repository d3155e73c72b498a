import Autoscaling
import Capacity
import Foundation
import Kernel
import ScenarioFiles
import Testing

@Suite struct WholeScenarioTests {
  /// The example that docs/scenarios.md ends with.
  static func documented() throws -> String {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: folder.appendingPathComponent("docs/scenarios.md"), encoding: .utf8)
    let section = try #require(page.components(separatedBy: "## A whole scenario\n").last)
    return try #require(section.components(separatedBy: "```yaml\n").last)
      .components(separatedBy: "```")[0]
  }

  private func scenario() throws -> Scenario {
    let reading = Reading(try Self.documented())
    #expect(reading.concise == "")
    return try #require(reading.scenario)
  }

  @Test func `the documented scenario says when it plays`() throws {
    let scenario = try scenario()
    #expect(scenario.name == "background-blur")
    #expect(scenario.seed == 20_261_120)
    #expect(scenario.replications == 20)
    #expect(scenario.clock.measure == .days(7))
    #expect(scenario.clock.warmUp == .hours(2))
    #expect(scenario.clock.startWeekday == 0)
    #expect(scenario.clock.interval == .seconds(2_100))
    #expect(scenario.clock.monthIsStated)
  }

  @Test func `a daily curve becomes a mean, a cosine and a weekend`() throws {
    let population = try scenario().populations[0]
    guard case .poisson(let curve) = population.arrivals else {
      Issue.record("not a Poisson process")
      return
    }
    #expect(curve.base == .concurrent(5))
    #expect(
      curve.factors == [
        .harmonics([.init(order: 1, amplitude: 0.4, peak: .hours(14))]),
        .weekdays([1, 1, 1, 1, 1, 0.3, 0.3]),
        .flash(
          at: SimTime(nanoseconds: 93_600_000_000_000), height: 5, rise: .minutes(2),
          decay: .minutes(10)),
      ])
  }

  @Test func `a stream has its period, its length and jitter that may be negative`() throws {
    let population = try scenario().populations[0]
    guard case .stream(let stream) = population.kind,
      case .lognormal(let mu, let sigma, let shift) = stream.duration
    else {
      Issue.record("not a stream of lognormal length")
      return
    }
    #expect(stream.period == .milliseconds(125))
    #expect(abs(mu - 6.396929655216146) < 1e-12)
    #expect(abs(sigma - 1.173638) < 1e-6)
    #expect(shift == 0)
    #expect(stream.jitter == .normal(mean: 0, sd: 0.004, atLeast: -.infinity))
    #expect(population.network.frameSize == Bytes(33_000))
    #expect(population.deadline == .milliseconds(200))
  }

  @Test func `an architecture inherits what it does not say`() throws {
    let scenario = try scenario()
    let (initial, optimized) = (scenario.architectures[0], scenario.architectures[1])
    #expect(initial.serving.batching == Batching(max: 1))
    #expect(initial.pools[0].min == 10 && initial.pools[0].max == 10)
    #expect(optimized.serving.model.name == "light")
    #expect(optimized.serving.batching == Batching(max: 4, maxDelay: .milliseconds(20)))
    #expect(optimized.serving.queue.perStream == 2)
    #expect(optimized.serving.routing == .stickyLeastStreams)
    #expect(optimized.pools[0].min == 2 && optimized.pools[0].max == 10)
    #expect(optimized.pools[0].initial == 2)
    #expect(optimized.pools[0].start.image == .constant(48))
    #expect(optimized.pools[0].price == HourlyPrice(dollarsPerHour: 0.15))
    #expect(optimized.autoscalers[0].metrics == [.gpuUtilization])
  }

  @Test func `objectives name their metric by their unit`() throws {
    let objectives = try scenario().objectives
    #expect(objectives.map(\.metric) == [.p95Latency, .lateOrDropped, .costPerMonth])
    #expect(objectives.map(\.limit) == [150, 0.01, 2_500])
    #expect(objectives.map(\.limitText) == ["150ms", "1%", "$2500/month"])
  }

  @Test func `provenance tells what is measured from what is assumed`() throws {
    let facts = try scenario().provenance
    let curve = try #require(facts.first { $0.subject == "curve light on T4" })
    #expect(curve.quality == .measured)
    #expect(curve.source == "our bench" && curve.date == "2026-08-30")
    #expect(curve.value == "{affine: {base: 5ms, per_item: 36ms}}")
    let large = try #require(facts.first { $0.subject == "curve large on T4" })
    #expect(large.quality == .assumed)
    let price = try #require(facts.first { $0.subject == "price our-box spot" })
    #expect(price.value == "$0.15/h" && price.source == "contract")
    let boot = try #require(facts.first { $0.subject == "boot of optimized main" })
    #expect(boot.value == "{lognormal: {median: 90s, p90: 150s}}")
    #expect(facts.contains { $0.subject == "pool minimum_billed" && $0.quality == .assumed })
  }

  @Test func `the template reads without an error and compares two architectures`() throws {
    let reading = Reading(ScenarioTemplate.text(name: "first"))
    #expect(reading.concise == "")
    let scenario = try #require(reading.scenario)
    #expect(scenario.name == "first")
    #expect(scenario.architectures.map(\.name) == ["fixed", "scaled"])
    #expect(scenario.replications == 5)
  }

  @Test func `a catalog instance brings its price and source`() throws {
    let text = Sample.replacing("instance: box", "instance: g4dn.xlarge")
    let scenario = try #require(Reading(text).scenario)
    #expect(scenario.architectures[0].pools[0].instance.gpu == "T4")
    let price = try #require(
      scenario.provenance.first { $0.subject == "price g4dn.xlarge on demand" })
    #expect(price.quality == .catalog && !price.source.isEmpty)
  }
}
