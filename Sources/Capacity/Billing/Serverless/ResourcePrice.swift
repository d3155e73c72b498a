public import Kernel

/// What some GPUs, cores or memory cost for the time they are held.
public struct ResourcePrice: Hashable, Sendable {
  /// How much is held: bytes, GPUs or thousandths of a core.
  private let quantity: Int64
  /// The price of quantity-seconds.
  private let price: UnitPrice

  private init(_ quantity: Int64, _ price: UnitPrice) {
    precondition(quantity >= 0, "an amount is not negative")
    self.quantity = quantity
    self.price = price
  }

  /// Memory; the price's unit is the gibibyte-second, which AWS writes GB-second.
  public static func memory(_ size: Bytes, gibibyteSeconds price: UnitPrice) -> ResourcePrice {
    ResourcePrice(size.count, UnitPrice(price.amount, per: price.per << 30))
  }

  /// Whole GPUs; the price's unit is the GPU-second.
  public static func gpus(_ count: Int, gpuSeconds price: UnitPrice) -> ResourcePrice {
    ResourcePrice(Int64(count), price)
  }

  /// Processor cores in thousandths; the price's unit is the core-second (vCPU-second).
  public static func cores(thousandths: Int64, coreSeconds price: UnitPrice) -> ResourcePrice {
    ResourcePrice(thousandths, UnitPrice(price.amount, per: price.per * 1_000))
  }

  /// What holding the resource for `time` costs, rounded half up to a nanodollar.
  public func cost(of time: SimDuration) -> Money {
    price.cost(of: Int128(quantity) * Int128(time.nanoseconds), over: 1_000_000_000)
  }
}
