public import Kernel

/// A kind of machine that one can rent.
public struct InstanceType: Hashable, Sendable {
  /// The name, such as `g4dn.xlarge`.
  public var name: String
  /// The GPU's name, such as `T4`.
  public var gpu: String
  /// How many GPUs it has; at least one.
  public var gpus: Int
  /// The memory of one GPU, or nil when unknown.
  public var gpuMemory: Bytes?
  /// The on-demand price; of a machine that is paid by the month, what an hour of that comes to.
  public var onDemand: HourlyPrice
  /// What a machine of one's own costs a month, used or not; nil for one that is rented.
  public var monthly: MonthlyFee?

  /// A kind of machine.
  public init(
    name: String, gpu: String, gpus: Int = 1, gpuMemory: Bytes? = nil, onDemand: HourlyPrice,
    monthly: MonthlyFee? = nil
  ) {
    self.name = name
    self.gpu = gpu
    self.gpus = gpus
    self.gpuMemory = gpuMemory
    self.onDemand = onDemand
    self.monthly = monthly
  }
}
