import Capacity
import Kernel

extension ScenarioWalk {
  /// The version of the language that this walk reads.
  private static let version = "1"

  /// The whole scenario, or nil when something that it cannot do without is missing.
  mutating func scenario(_ root: YAMLNode) -> Scenario? {
    let keys = [
      "headroom", "name", "about", "clock", "seed", "replications", "demand", "models",
      "instances", "markets", "architectures", "objectives", "budget",
    ]
    guard let section = section(root, "a scenario", keys: keys) else { return nil }
    checkVersion(section)
    let name = required("name", in: section).flatMap { self.name($0) }
    let clock = required("clock", in: section).map { self.clock($0) }
    let seed = section["seed"].map { self.seed($0) } ?? 1
    let replications = section["replications"].map { integer($0, in: 1...10_000) ?? 1 } ?? 10
    let parts = self.parts(section, clock ?? Clock(measure: .days(1), interval: .minutes(5)))
    let architectures = required("architectures", in: section).map { node in
      self.architectures(node, parts)
    }
    let objectives = section["objectives"].map { self.objectives($0) } ?? []
    guard let name, let clock, let architectures, !architectures.isEmpty else { return nil }
    return Scenario(
      name: name, about: text(section["about"], default: ""), clock: clock, seed: seed,
      replications: replications, populations: parts.populations.map(\.population),
      architectures: architectures, objectives: objectives, provenance: provenance)
  }

  private mutating func parts(_ section: Section, _ clock: Clock) -> Parts {
    let populations = required("demand", in: section).map { demand($0, clock) } ?? []
    let models = required("models", in: section).map { self.models($0) } ?? []
    let machines = section["instances"].map { self.machines($0, month: clock.month) } ?? []
    let names = Self.names(section["instances"])
    return Parts(
      populations: populations, clock: clock, models: models,
      modelNames: Self.names(section["models"]),
      machines: machines,
      brokenMachines: names.filter { name in !machines.contains { $0.type.name == name } },
      markets: section["markets"].map { markets($0) } ?? [],
      marketNames: Self.names(section["markets"]),
      budget: section["budget"].flatMap { budget($0, month: clock.month) })
  }

  /// The names that a mapping declares, readable or not.
  private static func names(_ node: YAMLNode?) -> [String] {
    node?.entries?.map(\.key).filter { !Section.isFree($0) } ?? []
  }

  mutating func checkVersion(_ section: Section) {
    guard let node = required("headroom", in: section), node.text != Self.version else { return }
    report(.version(node.flowText), at: node)
  }

  mutating func name(_ node: YAMLNode) -> String? {
    guard let name = text(node) else { return nil }
    guard Self.isName(name) else {
      report(.badName(name), at: node)
      return nil
    }
    return name
  }

  private mutating func seed(_ node: YAMLNode) -> UInt64 {
    if let text = node.text, let seed = UInt64(text), "\(seed)" == text { return seed }
    _ = integer(node, in: 0...Int.max)
    return 1
  }
}
