import Kernel

extension CatalogInstance {
  /// Azure in eastus, names in lower case; no spot prices are known.
  static let azure: [CatalogInstance] = [
    azure("standard_nc4as_t4_v3", .t4, gpus: 1, 0.526),
    azure("standard_nc8as_t4_v3", .t4, gpus: 1, 0.752),
    azure("standard_nc16as_t4_v3", .t4, gpus: 1, 1.204),
    azure("standard_nc64as_t4_v3", .t4, gpus: 4, 4.352),
    azure("standard_nv36ads_a10_v5", .a10, gpus: 1, 3.2),
    azure("standard_nc24ads_a100_v4", .a100With80GB, gpus: 1, 3.673),
    azure("standard_nc48ads_a100_v4", .a100With80GB, gpus: 2, 7.346),
    azure("standard_nc96ads_a100_v4", .a100With80GB, gpus: 4, 14.692),
    azure("standard_nc40ads_h100_v5", .h100NVL, gpus: 1, 6.98),
    azure("standard_nd96isr_h100_v5", .h100, gpus: 8, 98.32),
    azure("standard_nd96asr_v4", .a100With40GB, gpus: 8, 27.197),
    azure("standard_nc6s_v3", .v100, gpus: 1, 3.06),
  ]

  private static func azure(
    _ name: String, _ gpu: CatalogGPU, gpus: Int, _ onDemand: Double
  ) -> CatalogInstance {
    CatalogInstance(
      name: name, provider: "azure", region: "eastus", gpu: gpu.name, gpus: gpus,
      gpuMemory: gpu.memory, onDemand: HourlyPrice(dollarsPerHour: onDemand),
      onDemandSource: "github:Azure/karpenter-provider-azure@352646f599:"
        + "pkg/providers/pricing/zz_generated.pricing.go, from the Azure Retail Prices API",
      onDemandDate: "2026-06-18")
  }
}
