import Capacity
import Kernel
import Testing

@Suite struct DeviceEnergyTests {
  /// The energy costs estimator of acenergy.ca: a 200 W fan for 4 hours on 120 days draws
  /// 96 kWh, $8.16 at $0.085. Each second is taken as one inference of 200 J.
  @Test func `energy costs the kilowatt-hours that it is`() {
    let energy = DeviceEnergy(microjoulesPerInference: 200_000_000, perKilowattHour: usd(0.085))
    #expect(energy.charge(for: 4 * 120 * 3_600) == usd(8.16))
    #expect(energy.charge(for: 0) == .zero)
  }
}
