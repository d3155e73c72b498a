import Capacity
import Kernel
import Testing

@Suite struct HourlyPriceLockTests {
  /// Yelp/clusterman, itests/simulation_aws_price_computations.feature: the hour open at the end
  /// of the run is paid in proportion.
  @Test func `the open hour is paid in proportion, at the price of its first moment`() {
    let charge = HourlyPriceLock().charge(
      from: at(600), until: at(600 + 3_600 + 900), at: prices(1, (4_199, 2), (4_201, 8)))
    #expect(charge == usd(1 + 0.5))
  }
}
