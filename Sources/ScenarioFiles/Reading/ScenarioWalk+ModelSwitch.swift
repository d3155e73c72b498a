import Capacity
import Kernel

extension ScenarioWalk {
  /// The models that a budget switches to. Each must have a curve for every pool, and fit its GPUs
  /// beside the architecture's own model.
  mutating func otherModels(
    _ budget: ReadBudget?, _ served: ReadServing, _ pools: [ReadPool], _ parts: Parts
  ) -> [Model] {
    var models: [Model] = []
    for node in budget?.switches ?? [] {
      guard let model = model(node, parts.models, parts.modelNames),
        !models.contains(where: { $0.name == model.name })
      else { continue }
      var other = served
      other.serving.use(model)
      other.serving.model.memory = Self.together(model, served.serving.model)
      for pool in pools {
        if let service = pool.function?["service"] {
          report(.either("service", or: "switch_model"), at: node, against: service)
        }
        Self.addCurves(of: pool, to: &other)
        check(pool, against: other)
      }
      if pools.allSatisfy({ $0.pool.curve(of: other.serving) != nil }) {
        models.append(other.serving.model)
      }
    }
    return models
  }

  /// What a copy of each of two models needs, or nil where that of one is not known.
  private static func together(_ a: Model, _ b: Model) -> Bytes? {
    guard let a = a.memory, let b = b.memory else { return nil }
    return Bytes(a.count + b.count)
  }
}
