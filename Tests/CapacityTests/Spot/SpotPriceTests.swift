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
    price.cost(from: .zero + .minutes(start), to: .zero + .minutes(end)).dollars
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

  @Test func `the parts of a charge add up to the whole`() {
    let prices = [
      SpotPrice.constant(HourlyPrice(nanodollarsPerHour: 123_456_789)),
      Self.trace([(0, 0.2000001), (2, 0.5000003), (5, 0.1)], .loop, offset: .minutes(17)),
      Self.trace([(0, 0.2000001), (2, 0.5000003), (5, 0.1)], .hold),
    ]
    for price in prices {
      var sum = Money.zero
      var at = SimTime.zero - .hours(20)
      let start = at
      for step in 1...400 {
        let next = at + .nanoseconds(Int64(step) * 1_234_567_891)
        sum += price.cost(from: at, to: next)
        at = next
      }
      #expect(sum == price.cost(from: start, to: at))
      #expect(sum > .zero)
    }
  }
}
