import Kernel

extension CatalogInstance {
  /// Smaller providers and managed endpoints; secondary sources, none of them dated to the day.
  static let others: [CatalogInstance] = [
    CatalogInstance(
      name: "ml.g4dn.xlarge", provider: "aws-sagemaker", region: "us-east-1", gpu: "T4", gpus: 1,
      gpuMemory: CatalogGPU.t4.memory, onDemand: HourlyPrice(dollarsPerHour: 0.7364),
      onDemandSource: "endpoint price as most of 4 secondary copies quote it (undated; others "
        + "quote $0.526, $0.53 and $0.61)",
      onDemandDate: ""),
    CatalogInstance(
      name: "ml.g5.xlarge", provider: "aws-sagemaker", region: "us-east-1", gpu: "A10G", gpus: 1,
      gpuMemory: CatalogGPU.a10g.memory, onDemand: HourlyPrice(dollarsPerHour: 1.408),
      onDemandSource: "endpoint price as 2 secondary copies quote it (undated)",
      onDemandDate: ""),
    CatalogInstance(
      name: "runpod.l4", provider: "runpod", region: "any", gpu: "L4", gpus: 1,
      gpuMemory: CatalogGPU.l4.memory, onDemand: HourlyPrice(dollarsPerHour: 0.39),
      onDemandSource: "pod price as 1 secondary copy quotes it (undated, 2025 or 2026)",
      onDemandDate: ""),
  ]
}
