extension Pool {
  /// The time of batches on the pool's instances: a serverless pool may say its own; nil when
  /// nobody says.
  public func curve(of serving: Serving) -> ServiceCurve? {
    let curve = serving.model.curve(on: instance.gpu, precision: serving.precision)
    guard let service = function?.service else { return curve }
    var own = curve ?? ServiceCurve(gpu: instance.gpu, shape: .random(service))
    own.shape = .random(service)
    own.cv = 0
    own.measuredUpTo = nil
    return own
  }

  /// Places on each GPU where a batch can run: in a serverless pool what its concurrency needs.
  public func lanesPerGPU(under serving: Serving) -> Int {
    guard let function else { return serving.lanesPerGPU }
    return (function.concurrency + instance.gpus - 1) / instance.gpus
  }
}
