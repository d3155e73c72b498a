import Kernel

/// A GPU by the name that service curves use, with the memory of the variant.
///
/// Variants that differ in memory alone (A100 with 40 or 80 GB, V100 with 16 or 32 GB) share a
/// name, so that a curve measured on one serves for the other; its provenance says which it was.
struct CatalogGPU {
  /// The name in service curves.
  let name: String
  /// The memory of one GPU by its maker's data sheet.
  let memory: Bytes

  private init(_ name: String, gigabytes: Int64) {
    self.name = name
    self.memory = Bytes(gigabytes * 1_000_000_000)
  }

  static let t4 = CatalogGPU("T4", gigabytes: 16)
  static let t4g = CatalogGPU("T4g", gigabytes: 16)
  static let l4 = CatalogGPU("L4", gigabytes: 24)
  static let l40s = CatalogGPU("L40S", gigabytes: 48)
  static let a10 = CatalogGPU("A10", gigabytes: 24)
  static let a10g = CatalogGPU("A10G", gigabytes: 24)
  static let v100 = CatalogGPU("V100", gigabytes: 16)
  static let a100With40GB = CatalogGPU("A100", gigabytes: 40)
  static let a100With80GB = CatalogGPU("A100", gigabytes: 80)
  static let h100 = CatalogGPU("H100", gigabytes: 80)
  static let h100NVL = CatalogGPU("H100", gigabytes: 94)
  static let h200 = CatalogGPU("H200", gigabytes: 141)
}
