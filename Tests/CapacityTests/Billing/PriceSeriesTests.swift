import Capacity
import Kernel
import Testing

@Suite struct PriceSeriesTests {
  @Test func `a step holds from its start`() {
    let series = prices(1, (60, 2), (120, 0.5))
    #expect(series.price(at: at(-1)).dollarsPerHour == 1)
    #expect(series.price(at: .zero + .milliseconds(59_999)).dollarsPerHour == 1)
    #expect(series.price(at: at(60)).dollarsPerHour == 2)
    #expect(series.price(at: at(120)).dollarsPerHour == 0.5)
    #expect(series.price(at: at(9_999)).dollarsPerHour == 0.5)
  }

  @Test func `the cost of a span takes each price for its time`() {
    let series = prices(1, (1_800, 2), (3_600, 3))
    #expect(series.cost(from: at(0), until: at(7_200)) == usd(0.5 + 1 + 3))
    #expect(series.cost(from: at(1_800), until: at(3_600)) == usd(1))
    #expect(series.cost(from: at(5_400), until: at(5_400)) == .zero)
  }

  @Test func `half a nanodollar rounds up`() {
    let series = PriceSeries(HourlyPrice(nanodollarsPerHour: 3))
    #expect(series.cost(from: at(0), until: at(599)).nanodollars == 0)
    #expect(series.cost(from: at(0), until: at(600)).nanodollars == 1)
    #expect(series.cost(from: at(0), until: at(1_799)).nanodollars == 1)
    #expect(series.cost(from: at(0), until: at(1_800)).nanodollars == 2)
  }
}
