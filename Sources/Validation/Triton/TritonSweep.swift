import Capacity

/// A measured sweep of one model on one GPU: offline batches and a closed loop of clients.
struct TritonSweep: Sendable {
  /// Batches sent one at a time; times in milliseconds.
  struct Offline: Sendable {
    var batch: Int
    /// Of latency at the client.
    var mean: Double
    var p99: Double
    /// Within the model alone, where the source tells.
    var compute: Double?
  }

  /// The row with the fewest clients; times in milliseconds.
  struct Lowest: Sendable {
    var clients: Int
    var mean: Double
    var queue: Double
    /// Within the model alone, where the source tells.
    var compute: Double?
  }

  /// A row to predict.
  struct Online: Sendable {
    var clients: Int
    /// Answers per second.
    var throughput: Double
    /// Milliseconds.
    var p99: Double
  }

  /// The server's release, as the source's scripts name it.
  enum Release: Sendable {
    /// Each instance forms a batch when it is free.
    case r2102
    /// A thread forms batches ahead of the instances, and closes each at once: it is from 22.01 on
    /// that they grow while they wait (triton-inference-server/server issue 3624, pull 3812).
    case r2112
  }

  var name: String
  var release: Release
  /// Copies of the model that the server keeps on the GPU.
  var instances: Int
  var offline: [Offline]
  var lowest: Lowest
  var online: [Online]

  static let all = [
    gpuNet05DV100, gpuNet05DA100, gpuNet065V100, gpuNet065A100, gpuNet08DV100, gpuNet08DA100,
    gpuNet175V100, gpuNet175A100, nnUNetFP16T4, nnUNetFP32T4, nnUNetFP16V100, nnUNetFP32V100,
  ]

  /// The server's maximum batch: the largest that was sent offline.
  var maxBatch: Int { offline[offline.count - 1].batch }

  /// The server's own batcher as its scripts set it, or nil where what it does is the plain
  /// batching.
  ///
  /// GPUNet's scripts prefer the maximum alone and set no delay; nnU-Net's prefer 2 and 4 with a
  /// delay of 1 us, which is over whenever an instance becomes free.
  var ownBatcher: ModelServer? {
    switch release {
    case .r2102: nil
    case .r2112:
      .triton(TritonBatching(max: maxBatch, preferred: [maxBatch], growsWaiting: false))
    }
  }

  /// Rows from clients, throughput and p99, one after the other.
  static func rows(_ figures: Double...) -> [Online] {
    stride(from: 0, to: figures.count - 2, by: 3).map {
      Online(
        clients: Int(figures[$0]), throughput: figures[$0 + 1], p99: figures[$0 + 2])
    }
  }
}
