import Capacity
import Kernel
import ScenarioFiles
import Testing

struct CatalogTests {
  let catalog = Catalog.builtIn

  @Test func `names are unique within a kind and follow the rule for names`() {
    let kinds: [[String]] = [
      catalog.instances.map(\.name), catalog.models.map(\.name), catalog.starts.map(\.name),
      catalog.spotMarkets.map(\.name),
    ]
    for names in kinds {
      #expect(!names.isEmpty)
      #expect(Set(names).count == names.count)
      for name in names { #expect(isValid(name: name), "\(name)") }
    }
  }

  private func isValid(name: String) -> Bool {
    let first = "abcdefghijklmnopqrstuvwxyz0123456789"
    guard let head = name.first, first.contains(head) else { return false }
    return name.allSatisfy { (first + "._-").contains($0) }
  }

  @Test func `every figure has a source, and a date or the word undated`() {
    for entry in catalog.instances {
      #expect(isDated(entry.onDemandSource, entry.onDemandDate), "\(entry.name)")
      if entry.spot == nil {
        #expect(entry.spotSource.isEmpty && entry.spotDate.isEmpty, "\(entry.name)")
      } else {
        #expect(isDated(entry.spotSource, entry.spotDate), "\(entry.name)")
      }
    }
    let provenances =
      catalog.models.flatMap { $0.curves.map(\.provenance) } + catalog.starts.map(\.provenance)
      + catalog.spotMarkets.map(\.provenance)
    for provenance in provenances {
      #expect(isDated(provenance.source, provenance.date), "\(provenance.subject)")
      #expect(provenance.quality == .catalog)
      #expect(!provenance.value.isEmpty)
    }
  }

  /// A date is ten characters, `YYYY-MM-DD`.
  private func isDated(_ source: String, _ date: String) -> Bool {
    if source.isEmpty { return false }
    if date.isEmpty { return source.contains("undated") }
    return date.count == 10 && date.split(separator: "-").map(\.count) == [4, 2, 2]
  }

  @Test func `prices are positive and spot is cheaper than on demand`() {
    for entry in catalog.instances {
      #expect(entry.gpus >= 1)
      #expect(entry.onDemand.nanodollarsPerHour > 0, "\(entry.name)")
      guard let spot = entry.spot else { continue }
      #expect(spot.nanodollarsPerHour > 0, "\(entry.name)")
      #expect(spot < entry.onDemand, "\(entry.name)")
    }
  }

  @Test func `curves ascend in batch and in time and every copy's share is positive`() {
    for model in catalog.models {
      #expect(!model.curves.isEmpty && !model.about.isEmpty)
      for curve in model.curves {
        guard case .table(let points) = curve.shape else {
          Issue.record("\(model.name) on \(curve.gpu) is not a table")
          continue
        }
        #expect(points.first.map { $0.batch >= 1 && $0.seconds > 0 } == true)
        for (a, b) in zip(points, points.dropFirst()) {
          #expect(a.batch < b.batch && a.seconds < b.seconds, "\(model.name) on \(curve.gpu)")
        }
        #expect(curve.measuredUpTo == points.last?.batch)
        #expect(curve.sharing.isEmpty || curve.sharing[0] == 1)
        #expect(curve.sharing.allSatisfy { $0 > 0.5 })
        #expect((0.01...0.045).contains(curve.cv))
      }
    }
  }

  @Test func `a model has one curve for a GPU and a precision`() {
    for model in catalog.models {
      let keys = model.curves.map { "\($0.gpu) \($0.precision ?? "")" }
      #expect(Set(keys).count == keys.count, "\(model.name)")
    }
  }

  @Test func `stages of cold starts are keys of start`() {
    let stages: Set = ["boot", "image", "load", "warm_up"]
    for entry in catalog.starts { #expect(stages.contains(entry.stage), "\(entry.name)") }
  }

  @Test func `there are machines of three clouds and of the usual GPUs`() {
    #expect((25...45).contains(catalog.instances.count))
    #expect(Set(catalog.instances.map(\.provider)).isSuperset(of: ["aws", "azure", "gcp"]))
    let gpus: Set = ["T4", "L4", "A10G", "A100", "H100", "V100", "L40S"]
    #expect(Set(catalog.instances.map(\.gpu)).isSuperset(of: gpus))
  }

  @Test func `an instance is found in the provider's own spelling, a model is not guessed`() {
    #expect(catalog.instance(named: "Standard_NC4as_T4_v3")?.name == "standard_nc4as_t4_v3")
    #expect(catalog.instance(named: "g4dn") == nil)
    #expect(catalog.model(named: "deeplabv3plus_r101") != nil)
    #expect(catalog.model(named: "deeplabv3plus") == nil)
    #expect(catalog.start(named: "model-load-production") != nil)
    #expect(catalog.spotMarket(named: "nowhere") == nil)
  }
}
