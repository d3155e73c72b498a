/// A model server that puts frames together in its own way, on each instance by itself.
public enum ModelServer: Hashable, Sendable {
  /// Triton Inference Server's dynamic batcher.
  case triton(TritonBatching)
  /// TorchServe's poll for a batch.
  case torchServe(TorchServeBatching)
  /// Ray Serve's `@serve.batch`.
  case rayServe(RayServeBatching)

  /// The largest batch that it forms; at least one.
  public var maxBatch: Int {
    switch self {
    case .triton(let batching): batching.max
    case .torchServe(let batching): batching.batch
    case .rayServe(let batching): batching.max
    }
  }
}
