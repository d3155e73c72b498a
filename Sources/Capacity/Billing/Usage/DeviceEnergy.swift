public import Kernel

/// Electricity that users' devices draw for inferences they run themselves.
///
/// Energy times the price of a kilowatt-hour (3.6 MJ), the utilities' formula.
public struct DeviceEnergy: Hashable, Sendable {
  /// What one inference draws, in microjoules; not negative.
  public var microjoulesPerInference: Int64
  /// The price of a kilowatt-hour; not negative.
  public var perKilowattHour: Money

  /// Energy at a price.
  public init(microjoulesPerInference: Int64, perKilowattHour: Money) {
    precondition(
      microjoulesPerInference >= 0 && perKilowattHour >= .zero, "energy is not negative")
    self.microjoulesPerInference = microjoulesPerInference
    self.perKilowattHour = perKilowattHour
  }

  /// What `inferences` on devices cost, rounded half up once; never falls as they grow.
  public func charge(for inferences: Int64) -> Money {
    Money(
      halfUp: Int128(microjoulesPerInference) * Int128(inferences),
      times: Int128(perKilowattHour.nanodollars), over: 3_600_000_000_000)
  }
}
