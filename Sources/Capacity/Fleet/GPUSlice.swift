public import Kernel

/// A part of a GPU with memory and compute of its own: NVIDIA's multi-instance GPU.
///
/// A GPU has 7 parts of compute and 8 of memory; all slices of one GPU are alike here. Profiles and
/// how many of each fit are those of NVIDIA's MIG user guide.
public struct GPUSlice: Hashable, Sendable {
  /// The profile, such as `3g.40gb`.
  public let profile: String
  /// The sevenths of the GPU's compute that it has.
  public let sevenths: Int
  /// Its memory.
  public let memory: Bytes
  /// How many fit on a GPU.
  public let perGPU: Int

  /// How many times longer it takes than the whole GPU.
  public var slowdown: Double { 7 / Double(sevenths) }

  /// The slices of a GPU by its name and memory; none for GPUs that are not sliced.
  public static func all(of gpu: String, memory: Bytes?) -> [GPUSlice] {
    guard let memory, let sizes = sizes(of: gpu, gigabytes: memory.count / 1_000_000_000) else {
      return []
    }
    let parts = [(1, 7), (1, 4), (2, 3), (3, 2), (4, 1), (7, 1)]
    return zip(parts, sizes).map { part, gigabytes in
      GPUSlice(
        profile: "\(part.0)g.\(gigabytes)gb", sevenths: part.0,
        memory: Bytes(gigabytes * 1_000_000_000), perGPU: part.1)
    }
  }

  /// The gigabytes of 1g, 1g with twice the memory, 2g, 3g, 4g and 7g.
  private static func sizes(of gpu: String, gigabytes: Int64) -> [Int64]? {
    switch (gpu, gigabytes) {
    case ("A100", 40): [5, 10, 10, 20, 20, 40]
    case ("A100", 80), ("H100", 80): [10, 20, 20, 40, 40, 80]
    case ("H100", 94): [12, 24, 24, 47, 47, 94]
    case ("H200", 141): [18, 35, 35, 71, 71, 141]
    default: nil
    }
  }
}

extension ServiceCurve {
  /// The curve of a part of the GPU that takes `factor` times as long, on `gpu`; nil for a curve
  /// that draws its times.
  public func slower(by factor: Double, on gpu: String) -> ServiceCurve? {
    var slow = self
    slow.gpu = gpu
    switch shape {
    case .table(let points):
      slow.shape = .table(points.map { Point(batch: $0.batch, seconds: $0.seconds * factor) })
    case .affine(let base, let perItem):
      slow.shape = .affine(base: base * factor, perItem: perItem * factor)
    case .smoothMax(let floor, let perItem, let sharpness):
      slow.shape = .smoothMax(
        floor: floor * factor, perItem: perItem * factor, sharpness: sharpness)
    case .random: return nil
    }
    slow.provenance = Provenance(
      subject: "curve on \(gpu)", value: "the whole GPU's, times as long as its share is smaller",
      quality: .assumed, source: "default of headroom")
    return slow
  }
}
