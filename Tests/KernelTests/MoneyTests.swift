import Kernel
import Testing

@Suite struct MoneyTests {
  @Test func `an hour costs the hourly price and a part its part, rounded down`() {
    let price = HourlyPrice(dollarsPerHour: 0.526)
    #expect(price.nanodollarsPerHour == 526_000_000)
    #expect(price.cost(of: .hours(1)) == Money(nanodollars: 526_000_000))
    #expect(price.cost(of: .days(365)) == Money(nanodollars: 526_000_000 * 24 * 365))
    #expect(price.cost(of: .zero) == .zero)
    // 526,000,000/3,600 = 146,111.1 nanodollars a second.
    #expect(price.cost(of: .seconds(1)) == Money(nanodollars: 146_111))
    #expect(price.cost(of: .nanoseconds(6_844)) == .zero)
    #expect(price.cost(of: .nanoseconds(6_845)) == Money(nanodollars: 1))
  }

  @Test(arguments: 0..<20)
  func `costs are exact floors and consecutive spans add up`(seed: Int) {
    var words = RandomWords(seed: UInt64(seed))
    let price = HourlyPrice(nanodollarsPerHour: Int64(words.next() % 100_000_000_000))
    var instant: Int64 = 0
    var sum = Money.zero
    for _ in 0..<200 {
      let next = instant + Int64(words.next() % 3_000_000_000_000_000)
      let before = price.cost(of: .nanoseconds(instant))
      let after = price.cost(of: .nanoseconds(next))
      let exact = Int128(price.nanodollarsPerHour) * Int128(next) / 3_600_000_000_000
      #expect(Int128(after.nanodollars) == exact)
      #expect(before <= after)
      sum += after - before
      instant = next
    }
    #expect(sum == price.cost(of: .nanoseconds(instant)))
  }

  @Test(arguments: [
    (Int64(0), "0.000000000"), (1, "0.000000001"), (-1, "-0.000000001"),
    (12_345_000_000, "12.345000000"), (-12_000_000_034, "-12.000000034"),
    (.max, "9223372036.854775807"), (.min, "-9223372036.854775808"),
  ])
  func `amounts are written with nine decimals`(nanodollars: Int64, text: String) {
    #expect(Money(nanodollars: nanodollars).decimalText == text)
  }

  @Test func `dollars are rounded to the nearest nanodollar`() {
    #expect(Money(dollars: 0.1).nanodollars == 100_000_000)
    #expect(Money(dollars: -1.000_000_000_4).nanodollars == -1_000_000_000)
    #expect(Money(dollars: 8_000_000_000).nanodollars == 8_000_000_000_000_000_000)
    #expect(Money(nanodollars: 1_500_000_000).dollars == 1.5)
  }
}
