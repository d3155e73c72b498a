import Capacity
import Kernel

/// What a station's model servers need of their settings.
struct ModelServerPlan: Sendable {
  let server: ModelServer
  /// What the requests of each population say to Triton's batcher, but for their number.
  let requests: [TritonBatcher.Request]

  init(_ server: ModelServer, _ populations: [Population]) {
    self.server = server
    requests = populations.map { population in
      var request = TritonBatcher.Request(id: 0)
      if case .triton(let batching) = server {
        request.priority = batching.populationLevels[population.name] ?? 0
        request.timeout = batching.populationTimeouts[population.name] ?? .zero
      }
      return request
    }
  }
}
