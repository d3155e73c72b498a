import Capacity
import Kernel
import ScenarioFiles
import Testing

@Suite struct CatalogUseTests {
  @Test func `a stage and an up-time come from the catalog with their sources`() throws {
    let start = try #require(Catalog.builtIn.starts.first)
    let market = try #require(Catalog.builtIn.spotMarkets.first)
    let text = Sample.replacing(
      "{instance: box, count: 2}",
      "{instance: box, count: 2, start: {boot: {catalog: \(start.name)}}, "
        + "spot: {up_time: {catalog: \(market.name)}, price: $0.1/h}}")
    let scenario = try #require(Reading(text).scenario)
    let pool = scenario.architectures[0].pools[0]
    #expect(pool.start.boot == start.distribution)
    guard case .spot(let terms) = pool.purchase else {
      Issue.record("not spot")
      return
    }
    #expect(terms.upTime == market.upTime)
    let fact = try #require(scenario.provenance.first { $0.subject == "boot of fixed main" })
    #expect(fact.quality == start.provenance.quality && fact.source == start.provenance.source)
  }

  @Test func `a model of the catalog may get curves of the scenario's own`() throws {
    let built = try #require(Catalog.builtIn.models.first)
    let text = Sample.replacing(
      "light: {on: {T4: {batch: {1: 10ms, 2: 18ms}}}, memory: 2GB}",
      "light: {catalog: \(built.name), on: {Box: {batch: {1: 10ms}}}, memory: 2GB}"
    ).replacing("{gpu: T4,", with: "{gpu: Box,")
    let scenario = try #require(Reading(text).scenario)
    let model = scenario.architectures[0].serving.model
    #expect(model.curves.count == built.curves.count + 1)
    #expect(
      model.curve(on: "Box", precision: nil)?.shape == .table([.init(batch: 1, seconds: 0.01)]))
  }

  @Test func `a name that the catalog lacks is told with those near it`() throws {
    let start = try #require(Catalog.builtIn.starts.first)
    let text = Sample.replacing(
      "count: 2}", "count: 2, start: {boot: {catalog: \(start.name)x}}}")
    let reading = Reading(text)
    #expect(reading.spots == ["unknown-name 18:69+\(start.name.count + 1)"])
    #expect(reading.text.contains("did you mean `\(start.name)`?"))
  }
}
