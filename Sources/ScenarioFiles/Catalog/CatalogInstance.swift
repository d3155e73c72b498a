public import Kernel

/// A machine that one can rent, with its prices in one region.
public struct CatalogInstance: Sendable {
  /// The provider's name for it in lower case, such as `g4dn.xlarge`.
  public var name: String
  /// Who rents it out, such as `aws`.
  public var provider: String
  /// The region of the prices, such as `us-east-1`.
  public var region: String
  /// The GPU's name as in service curves, such as `T4`.
  public var gpu: String
  /// How many GPUs it has; at least one.
  public var gpus: Int
  /// The memory of one GPU by its maker's data sheet, in powers of ten, or nil when unknown.
  public var gpuMemory: Bytes?
  /// What an hour costs when it is held as long as wanted.
  public var onDemand: HourlyPrice
  /// Who says so; says `undated` when `onDemandDate` is empty.
  public var onDemandSource: String
  /// The date of the on-demand price, `YYYY-MM-DD`, or empty.
  public var onDemandDate: String
  /// What an hour costs when it may be taken back, or nil when no figure is known.
  public var spot: HourlyPrice?
  /// Who says so; empty without a spot price, says `undated` when `spotDate` is empty.
  public var spotSource: String
  /// The date of the spot price, `YYYY-MM-DD`, or empty.
  public var spotDate: String

  /// A machine; without a spot price its source and date are empty.
  public init(
    name: String, provider: String, region: String, gpu: String, gpus: Int, gpuMemory: Bytes?,
    onDemand: HourlyPrice, onDemandSource: String, onDemandDate: String,
    spot: HourlyPrice? = nil, spotSource: String = "", spotDate: String = ""
  ) {
    self.name = name
    self.provider = provider
    self.region = region
    self.gpu = gpu
    self.gpus = gpus
    self.gpuMemory = gpuMemory
    self.onDemand = onDemand
    self.onDemandSource = onDemandSource
    self.onDemandDate = onDemandDate
    self.spot = spot
    self.spotSource = spotSource
    self.spotDate = spotDate
  }
}
