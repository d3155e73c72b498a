import Capacity
import Kernel

extension ScenarioWalk {
  /// Cuts a machine's GPUs into slices: `slice: 3g.40gb`. Each then counts as a GPU of its own.
  mutating func cut(_ node: YAMLNode, _ machine: inout InstanceType) -> ReadPool.Slice? {
    guard let name = text(node) else { return nil }
    let gpu = machine.gpu
    let slices = GPUSlice.all(of: gpu, memory: machine.gpuMemory)
    guard let slice = slices.first(where: { $0.profile == name }) else {
      report(
        .unknownName(kind: "slice of \(gpu)", name: name, valid: slices.map(\.profile)), at: node)
      return nil
    }
    machine.gpu = "\(gpu)/\(slice.profile)"
    machine.gpus *= slice.perGPU
    machine.gpuMemory = slice.memory
    return (slice, gpu)
  }

  /// Gives the model the curves of a pool's slices, from those of the whole GPU unless it has its
  /// own.
  static func addCurves(of pool: ReadPool, to served: inout ReadServing) {
    guard let (slice, gpu) = pool.slice else { return }
    let name = pool.pool.instance.gpu
    let curves = served.serving.model.curves
    for curve in curves where curve.gpu == gpu {
      let hasOwn = curves.contains { $0.gpu == name && $0.precision == curve.precision }
      guard !hasOwn, let slow = curve.slower(by: slice.slowdown, on: name) else { continue }
      served.serving.model.curves.append(slow)
    }
  }
}
