import Capacity
import Kernel

/// Numbers for tests of laws, the same for the same seed (Numerical Recipes' generator).
struct Draws {
  private var state: UInt64

  init(_ seed: UInt32) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// A number from zero to below `bound`.
  mutating func below(_ bound: Int64) -> Int64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int64(state >> 33) * bound >> 31
  }

  /// An instant in the first `seconds`.
  mutating func instant(below seconds: Int64) -> SimTime {
    .zero + .nanoseconds(below(seconds) * 1_000_000_000 + below(1_000_000_000))
  }

  /// Prices that change every few minutes, at odd nanodollars.
  mutating func prices() -> PriceSeries {
    var time = SimTime.zero
    let initial = HourlyPrice(nanodollarsPerHour: below(2_000_000_000))
    let steps = (0..<30).map { _ in
      time += .nanoseconds(1 + below(900_000_000_000))
      return PriceSeries.Step(
        start: time, price: HourlyPrice(nanodollarsPerHour: below(2_000_000_000)))
    }
    return PriceSeries(initial, steps: steps)
  }
}
