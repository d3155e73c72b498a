import Kernel

extension CatalogInstance {
  /// Amazon EC2 in us-east-1.
  ///
  /// Spot prices are medians over the zones of the region, as far as the source lists the type.
  static let aws: [CatalogInstance] = [
    ec2("g4dn.xlarge", .t4, gpus: 1, 0.526, spot: 0.2039, zones: 5),
    ec2("g4dn.2xlarge", .t4, gpus: 1, 0.752),
    ec2("g4dn.4xlarge", .t4, gpus: 1, 1.204),
    ec2("g4dn.12xlarge", .t4, gpus: 4, 3.912),
    ec2("g4dn.metal", .t4, gpus: 8, 7.824),
    ec2("g5.xlarge", .a10g, gpus: 1, 1.006, spot: 0.436, zones: 5),
    ec2("g5.2xlarge", .a10g, gpus: 1, 1.212, spot: 0.5036, zones: 5),
    ec2("g5.12xlarge", .a10g, gpus: 4, 5.672),
    ec2("g5.48xlarge", .a10g, gpus: 8, 16.288, spot: 5.8671, zones: 5),
    ec2("g5g.xlarge", .t4g, gpus: 1, 0.42),
    ec2("g6.xlarge", .l4, gpus: 1, 0.8048, spot: 0.38205, zones: 4),
    ec2("g6.2xlarge", .l4, gpus: 1, 0.9776),
    ec2("g6.4xlarge", .l4, gpus: 1, 1.3232, spot: 0.682, zones: 4),
    ec2("g6.12xlarge", .l4, gpus: 4, 4.6016),
    ec2("g6.48xlarge", .l4, gpus: 8, 13.3504),
    ec2("g6e.xlarge", .l40s, gpus: 1, 1.861),
    ec2("g6e.12xlarge", .l40s, gpus: 4, 10.49264, spot: 5.27635, zones: 4),
    ec2("p3.2xlarge", .v100, gpus: 1, 3.06),
    ec2("p3.16xlarge", .v100, gpus: 8, 24.48),
    ec2("p4d.24xlarge", .a100With40GB, gpus: 8, 21.957642),
    ec2("p4de.24xlarge", .a100With80GB, gpus: 8, 27.44705),
    ec2("p5.4xlarge", .h100, gpus: 1, 6.88),
    ec2("p5.48xlarge", .h100, gpus: 8, 55.04),
    ec2("p5en.48xlarge", .h200, gpus: 8, 63.296),
  ]

  private static func ec2(
    _ name: String, _ gpu: CatalogGPU, gpus: Int, _ onDemand: Double, spot: Double? = nil,
    zones: Int = 0
  ) -> CatalogInstance {
    CatalogInstance(
      name: name, provider: "aws", region: "us-east-1", gpu: gpu.name, gpus: gpus,
      gpuMemory: gpu.memory, onDemand: HourlyPrice(dollarsPerHour: onDemand),
      onDemandSource: "github:aws/karpenter-provider-aws@1d927085dd:"
        + "pkg/providers/pricing/zz_generated.pricing_aws.go, from the AWS Pricing API",
      onDemandDate: "2026-07-20", spot: spot.map { HourlyPrice(dollarsPerHour: $0) },
      spotSource: spot == nil
        ? ""
        : "median of \(zones) zones in github:skypilot-org/skypilot-catalog@00148f2af3:"
          + "catalogs/v8/aws/vms.csv (undated)")
  }
}
