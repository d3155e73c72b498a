import Capacity
import Kernel

/// A price list in dollars an hour, with steps at seconds from the start.
func prices(_ initial: Double, _ steps: (Int64, Double)...) -> PriceSeries {
  PriceSeries(
    HourlyPrice(dollarsPerHour: initial),
    steps: steps.map { second, dollars in
      PriceSeries.Step(start: at(second), price: HourlyPrice(dollarsPerHour: dollars))
    })
}

/// The instant so many seconds from the start.
func at(_ second: Int64) -> SimTime { .zero + .seconds(second) }

/// So many dollars.
func usd(_ dollars: Double) -> Money { Money(dollars: dollars) }

/// Whether an amount reads as `dollars` when printed with two decimals.
func toTheCent(_ amount: Money, is dollars: Double) -> Bool {
  Money(halfUp: Int128(amount.nanodollars), over: 10_000_000).nanodollars
    == Elementary.nearestInteger(dollars * 100)
}
