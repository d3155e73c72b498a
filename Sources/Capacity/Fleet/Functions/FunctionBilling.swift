public import Kernel

/// How a serverless pool is paid for.
public enum FunctionBilling: Hashable, Sendable {
  /// By the request and the time that each takes; instances kept ready are paid for being so.
  ///
  /// A request belongs to the span in which its service begins. `provisioned` says what provisioned
  /// instances cost; nil when there are none.
  case request(RequestBilling, provisioned: ProvisionedConcurrency? = nil)
  /// By the life of instances, busy or idle.
  case container(ContainerBilling)

  /// The whole life of instances at a price, by the second.
  public static func life(
    _ price: HourlyPrice, granule: SimDuration = .seconds(1)
  ) -> FunctionBilling {
    .container(ContainerBilling(resources: [.instance(price)], granule: granule))
  }
}

extension ResourcePrice {
  /// A whole instance at its price by the hour.
  public static func instance(_ price: HourlyPrice) -> ResourcePrice {
    .gpus(1, gpuSeconds: UnitPrice(Money(nanodollars: price.nanodollarsPerHour), per: 3_600))
  }
}
