import Capacity
import Kernel
import Testing

@Suite struct SpotPriceTests {
  static func trace(
    _ rows: [(Int64, Double)], _ ending: TimedSteps<HourlyPrice>.Ending,
    offset: SimDuration = .zero
  ) -> SpotPrice {
    .trace(
      TimedSteps(
        rows.map { .init(at: .hours($0.0), value: HourlyPrice(dollarsPerHour: $0.1)) },
        ending: ending, offset: offset))
  }

  static func cost(_ price: SpotPrice, _ start: Int64, _ end: Int64) -> Double {
    let (start, end) = (SimTime.zero + .minutes(start), SimTime.zero + .minutes(end))
    return price.series(from: start, until: end).cost(from: start, until: end).dollars
  }

  @Test func `a constant price is charged by the time`() {
    let price = SpotPrice.constant(HourlyPrice(dollarsPerHour: 0.6))
    #expect(Self.cost(price, -30, 60) == 0.9)
    #expect(price.price(at: .zero).dollarsPerHour == 0.6)
  }

  @Test func `a price from a trace is charged piece by piece`() {
    let price = Self.trace([(1, 0.2), (2, 0.5), (4, 0.1)], .hold)
    // 1.5 h at 0.2 (the first price holds before the trace), 2 h at 0.5, half an hour at 0.1.
    #expect(Self.cost(price, 30, 270) == 0.3 + 1 + 0.05)
    #expect(Self.cost(price, -60, 0) == 0.2)
  }

  @Test func `a price that loops is charged round after round`() {
    let price = Self.trace([(0, 0.2), (2, 0.5), (3, 9)], .loop, offset: .hours(1))
    // From the trace's second hour: 0.2, 0.5, then rounds of 0.2, 0.2, 0.5.
    #expect(Self.cost(price, 0, 120) == 0.7)
    #expect(Self.cost(price, 0, 300) == 0.7 + 0.9)
    #expect(Self.cost(price, -360, 0) == 1.8)
    #expect(price.price(at: .zero + .hours(1)).dollarsPerHour == 0.5)
    #expect(price.price(at: .zero + .hours(2)).dollarsPerHour == 0.2)
  }

  @Test func `a series has the trace's price at every instant`() {
    let prices = [
      Self.trace([(0, 0.2), (2, 0.5), (5, 0.1)], .loop, offset: .minutes(17)),
      Self.trace([(0, 0.2), (2, 0.5), (5, 0.1)], .hold),
    ]
    for price in prices {
      for start in stride(from: Int64(-700), through: 700, by: 35) {
        let first = SimTime.zero + .minutes(start)
        let series = price.series(from: first, until: first + .hours(9))
        for minute in Int64(0)..<540 {
          let instant = first + .minutes(minute)
          #expect(series.price(at: instant) == price.price(at: instant))
        }
      }
    }
  }

  @Test func `a series has the steps of its span alone`() {
    let price = Self.trace([(0, 0.2), (2, 0.5), (5, 0.1), (6, 0.3)], .hold)
    let series = price.series(from: .zero + .hours(3), until: .zero + .hours(6))
    let steps = [
      PriceSeries.Step(start: .zero + .hours(5), price: HourlyPrice(dollarsPerHour: 0.1))
    ]
    #expect(series == PriceSeries(HourlyPrice(dollarsPerHour: 0.5), steps: steps))
  }
}
