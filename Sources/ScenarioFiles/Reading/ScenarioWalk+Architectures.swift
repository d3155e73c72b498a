import Capacity
import Kernel

extension ScenarioWalk {
  /// What architectures are built from.
  struct Parts {
    var populations: [ReadPopulation]
    var clock: Clock
    var models: [Model]
    /// The names of all models, readable or not.
    var modelNames: [String]
    var machines: [Machine]
    /// The names of machines that could not be read.
    var brokenMachines: [String]
    /// The spot markets of regions.
    var markets: [ReadMarket]
    /// The names of all markets, readable or not.
    var marketNames: [String]
    /// The budget of architectures that have none of their own.
    var budget: ReadBudget?
  }

  /// The candidates.
  mutating func architectures(_ node: YAMLNode, _ parts: Parts) -> [Architecture] {
    let entries = named(node, "architectures")
    var likes = LikeResolution(entries)
    var architectures: [Architecture] = []
    for entry in entries {
      guard let whole = likes.resolve(entry) else { continue }
      if let made = architecture(entry.key, whole, parts) { architectures.append(made) }
    }
    problems += likes.problems
    return architectures
  }

  private mutating func architecture(
    _ name: String, _ node: YAMLNode, _ parts: Parts
  ) -> Architecture? {
    let keys = [
      "serve", "pools", "autoscaler", "commitments", "charges", "budget", "like", "quota",
      "registry", "signals",
    ]
    guard let section = section(node, "an architecture", keys: keys) else { return nil }
    var served = required("serve", in: section).flatMap { node in
      serving(
        node, parts.models, declared: parts.modelNames, parts.populations,
        isServerless: section["pools"].map { Self.hasFunction($0) } ?? false)
    }
    var pools: [ReadPool] = []
    for entry in required("pools", in: section).map({ named($0, "pools") }) ?? [] {
      guard var pool = pool(entry, parts, architecture: name) else { continue }
      if var serving = served {
        Self.addCurves(of: pool, to: &serving)
        check(pool, against: serving)
        Self.timeWarmUp(of: &pool, serving)
        served = serving
      }
      checkCost(of: pool, span: parts.clock.measure)
      pools.append(pool)
    }
    let declared = section["pools"]?.entries?.map(\.key).filter { !Section.isFree($0) } ?? []
    for pool in pools where pool.function != nil {
      let serve = section["serve"].map { Section(node: $0, what: "`serve`") }
      check(
        pool, alone: declared.count == 1, serve: serve, architecture: section, parts.populations)
    }
    let scaling =
      section["autoscaler"].map { self.scaling($0, pools, declared: declared, parts.clock) }
      ?? ReadScaling()
    let money = moneyKeys(section, pools, declared, served?.serving.model, parts, name)
    guard var served, !pools.isEmpty else { return nil }
    if let pool = pools.first(where: { $0.function != nil })?.pool {
      served.serving.lanesPerGPU = pool.lanesPerGPU(under: served.serving)
    }
    var architecture = Architecture(
      name: name, serving: served.serving, pools: pools.map(\.pool),
      autoscalers: scaling.autoscalers,
      clairvoyants: scaling.clairvoyants, mixes: scaling.mixes,
      quota: section["quota"].flatMap { quota($0, pools) },
      registry: section["registry"].flatMap { bandwidth($0) })
    architecture.heedsSignals = section["signals"].map { heedsSignals($0) } ?? true
    architecture.commitments = money.commitments
    architecture.charges = money.charges
    architecture.budget = money.budget?.budget
    architecture.otherModels = otherModels(money.budget, served, pools, parts)
    return architecture
  }

  /// What is bought ahead, what is paid for beside instances, and how much may be spent.
  private mutating func moneyKeys(
    _ section: Section, _ pools: [ReadPool], _ declared: [String], _ model: Model?, _ parts: Parts,
    _ name: String
  ) -> (commitments: [Commitment], charges: ServiceCharges, budget: ReadBudget?) {
    let commitments = section["commitments"].map {
      self.commitments($0, pools, declared: declared, architecture: name, span: parts.clock.measure)
    }
    let charges = section["charges"].map { self.charges($0, model: model, architecture: name) }
    if let charges {
      checkOverhead(charges, section["charges"]?["overhead"], parts.clock)
    }
    let budget =
      section["budget"].map { self.budget($0, month: parts.clock.month) } ?? parts.budget
    return (commitments ?? [], charges ?? ServiceCharges(), budget)
  }

  /// The most machines at a time, which those of the beginning must not exceed.
  private mutating func quota(_ node: YAMLNode, _ pools: [ReadPool]) -> Int? {
    let initial = pools.reduce(0) { sum, read in
      let pool = read.pool
      let nodes = (pool.initial + pool.replicasPerMachine - 1) / pool.replicasPerMachine
      return sum + Swift.max(pool.nodes?.initial ?? nodes, nodes) + (pool.warm?.count ?? 0)
    }
    return integer(node, in: Swift.max(1, initial)...Self.instanceLimit)
  }

  /// Frames of a warm-up take the time of a single frame on the pool's GPU, at their speed.
  private static func timeWarmUp(of read: inout ReadPool, _ served: ReadServing) {
    let serving = served.serving
    guard let frames = read.warmUpFrames,
      let curve = serving.model.curve(on: read.pool.instance.gpu, precision: serving.precision)
    else { return }
    var seconds = curve.seconds(ofBatch: 1)
    if case .random(let times) = curve.shape { seconds = times.draw(0.5) }
    read.pool.start.warmUp = .constant(Double(frames.count) * seconds / frames.speed)
  }

  /// Whether the model has a curve for the pool's GPU and fits its memory.
  mutating func check(_ pool: ReadPool, against served: ReadServing) {
    let serving = served.serving
    let gpu = pool.pool.instance.gpu
    let model = serving.model
    let lanes = pool.pool.lanesPerGPU(under: serving)
    guard let curve = pool.pool.curve(of: serving) else {
      reportNoCurve(pool, served)
      return
    }
    if pool.pool.function?.service == nil { lean(on: curve.provenance) }
    if lanes > 1, curve.sharing.isEmpty {
      assume("sharing \(model.name) on \(gpu)", "100%")
    }
    guard let memory = model.memory, let available = pool.pool.instance.gpuMemory else { return }
    let needed = Double(memory.count) * Double(lanes)
    if needed > Double(available.count) {
      report(
        .memory(
          model: model.name, lanes: lanes, needed: Self.gigabytes(needed), gpu: gpu,
          available: Self.gigabytes(Double(available.count))),
        at: pool.function?["concurrency"] ?? served.lanes ?? pool.instance)
    }
  }

  private mutating func reportNoCurve(_ pool: ReadPool, _ served: ReadServing) {
    let model = served.serving.model
    let gpu = pool.pool.instance.gpu
    let here = model.curves.filter { $0.gpu == gpu }
    if served.serving.precision == nil, here.count > 1 {
      let choices = here.map { $0.precision ?? "none" }
      report(.precision(model: model.name, gpu: gpu, choices: choices), at: pool.instance)
      return
    }
    let curves = model.curves.map { $0.gpu + ($0.precision.map { " \($0)" } ?? "") }
    report(
      .noCurve(
        model: model.name, gpu: gpu, precision: served.serving.precision, curves: curves),
      at: here.isEmpty ? pool.instance : served.precision ?? pool.instance)
  }

  private static func gigabytes(_ bytes: Double) -> String {
    let tenths = (bytes / 1e8).rounded() / 10
    return tenths == tenths.rounded() ? "\(Int(tenths))GB" : "\(tenths)GB"
  }
}
