import Kernel

extension CatalogInstance {
  /// Google Cloud in us-central1; prices are of the whole machine with its GPUs.
  static let googleCloud: [CatalogInstance] = [
    gcp("g2-standard-4", .l4, gpus: 1, 0.706832255, spot: 0.279932),
    gcp("g2-standard-8", .l4, gpus: 1, 0.853624271, spot: 0.336764),
    gcp("g2-standard-48", .l4, gpus: 4, 4.001665148, spot: 1.574384),
    gcp("a2-highgpu-1g", .a100With40GB, gpus: 1, 3.673385, spot: 1.293355),
    gcp("a2-highgpu-2g", .a100With40GB, gpus: 2, 7.34677, spot: 2.58671),
  ]

  private static func gcp(
    _ name: String, _ gpu: CatalogGPU, gpus: Int, _ onDemand: Double, spot: Double
  ) -> CatalogInstance {
    let source =
      "github:Cyclenerd/google-cloud-pricing-cost-calculator@0166a59ebb:pricing.yml, "
      + "from the Cloud Billing API"
    return CatalogInstance(
      name: name, provider: "gcp", region: "us-central1", gpu: gpu.name, gpus: gpus,
      gpuMemory: gpu.memory, onDemand: HourlyPrice(dollarsPerHour: onDemand),
      onDemandSource: source, onDemandDate: "2025-03-06",
      spot: HourlyPrice(dollarsPerHour: spot), spotSource: source, spotDate: "2025-03-06")
  }
}
