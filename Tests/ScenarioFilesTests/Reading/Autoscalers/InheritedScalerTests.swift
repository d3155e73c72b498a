import Autoscaling
import Capacity
import Kernel
import ScenarioFiles
import Testing

/// What `like:` makes of an autoscaler.
@Suite struct InheritedScalerTests {
  /// The third architecture, like the second, which has `hpa` over `main`.
  private static func child(_ autoscaler: String) -> Architecture? {
    let text = Sample.replacing(
      "objectives:",
      """
        other:
          like: scaled
          pools: {side: {instance: box, min: 1, max: 2}}
          autoscaler: \(autoscaler)
      objectives:
      """)
    let reading = Reading(text)
    #expect(reading.concise == "")
    return reading.scenario?.architectures.last
  }

  @Test func `a new policy pushes the inherited one out and keeps its pool`() {
    let scalers = Self.child("{target_tracking: {metric: streams, target: 5}}")?.autoscalers
    #expect(scalers?.map(\.name) == ["target_tracking"])
    #expect(scalers?.map(\.pool) == ["main"])
  }

  @Test func `a key of the same policy changes that alone`() {
    let scalers = Self.child("{hpa: {scrape: 5s}}")?.autoscalers
    #expect(scalers?.map(\.name) == ["hpa"])
    #expect(scalers?.first?.metrics == [.gpuUtilization])
    #expect(scalers?.first?.feed.scrape == .seconds(5))
  }

  @Test func `another pool keeps the policy`() {
    let scalers = Self.child("{pool: side}")?.autoscalers
    #expect(scalers?.map(\.name) == ["hpa"])
    #expect(scalers?.map(\.pool) == ["side"])
  }

  @Test func `a schedule alone is a policy too`() {
    let scalers = Self.child("{schedule: [{at: 06:00, min: 2}]}")?.autoscalers
    #expect(scalers?.map(\.name) == ["schedule"])
  }

  @Test func `several pools take the place of one`() {
    let child = Self.child(
      "{pools: [main, side], cheapest: {metric: streams, carries: {main: 4, side: 2}}}")
    #expect(child?.autoscalers.isEmpty == true)
    #expect(child?.mixes.first?.pools == ["main", "side"])
  }

  @Test func `foresight takes the place of a policy, and nothing that of both`() {
    #expect(Self.child("{clairvoyant: {}}")?.clairvoyants == [.init(pool: "main")])
    #expect(Self.child("{clairvoyant: {}}")?.autoscalers.isEmpty == true)
    #expect(Self.child("null")?.autoscalers.isEmpty == true)
  }

  @Test func `a list takes the place of all`() {
    let scalers = Self.child("[{pool: main, ray_serve: {}}, {pool: side, ray_serve: {}}]")?
      .autoscalers
    #expect(scalers?.map(\.pool) == ["main", "side"])
  }
}
