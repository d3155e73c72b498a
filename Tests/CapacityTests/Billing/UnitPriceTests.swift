import Capacity
import Kernel
import Testing

@Suite struct UnitPriceTests {
  /// AWS Lambda, 2025: $0.20 for a million requests.
  @Test func `one request costs two hundred nanodollars`() {
    let price = UnitPrice(usd(0.2), per: 1_000_000)
    #expect(price.cost(of: 1).nanodollars == 200)
    #expect(price.cost(of: 0) == .zero)
  }

  @Test func `a price finer than a nanodollar is rounded once, half up`() {
    let price = UnitPrice(Money(nanodollars: 1), per: 4)
    #expect((0...6).map { price.cost(of: $0).nanodollars } == [0, 0, 1, 1, 1, 1, 2])
  }
}
