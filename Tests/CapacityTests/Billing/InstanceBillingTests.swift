import Capacity
import Kernel
import Testing

/// Yelp/clusterman, itests/simulation_aws_price_computations.feature: runs of two hours.
@Suite struct InstanceBillingTests {
  private let lock = InstanceBilling.hourlyPriceLock(HourlyPriceLock())
  private let second = InstanceBilling.perSecond(PerSecondBilling())
  private let end = at(7_200)

  @Test func `clusterman: one instance at a constant price`() {
    #expect(lock.charge(from: at(0), until: end, at: prices(1)) == usd(2))
  }

  @Test func `clusterman: a price that doubles in the first hour counts from the second`() {
    #expect(lock.charge(from: at(0), until: end, at: prices(1, (1_800, 2))) == usd(3))
  }

  @Test func `clusterman: two instances cost twice as much`() {
    let one = lock.charge(from: at(0), until: end, at: prices(1, (1_800, 2)))
    #expect(one + one == usd(6))
  }

  @Test func `clusterman: an instance launched later locks the later price`() {
    let series = prices(1, (1_200, 2))
    let first = lock.charge(from: at(0), until: end, at: series)
    let later = lock.charge(from: at(1_800), until: end, at: series)
    #expect(first + later == usd(6))
  }

  @Test func `clusterman: by the second, two markets with changing prices`() {
    let a = second.charge(from: at(0), until: end, at: prices(1, (1_800, 2)))
    let b = second.charge(from: at(1_920), until: at(5_400), at: prices(0.5, (4_500, 0.75)))
    #expect(a + b == Money(nanodollars: 4_045_833_333))
  }

  @Test func `clusterman: an instance that never serves is billed`() {
    #expect(second.charge(from: at(0), until: at(120), at: prices(1)) == usd(1.0 / 30))
  }

  private static let rules: [InstanceBilling] = [
    .perSecond(PerSecondBilling()), .perSecond(PerSecondBilling(minimum: .zero)),
    .perHour(PerHourBilling()), .hourlyPriceLock(HourlyPriceLock()),
  ]

  @Test(arguments: rules, 0..<8)
  func `a charge never falls and is never negative`(rule: InstanceBilling, seed: UInt32) {
    var draws = Draws(seed)
    let series = draws.prices()
    var before = Money.zero
    var end = draws.instant(below: 3_000)
    let launch = end
    for _ in 0..<200 {
      let charge = rule.charge(from: launch, until: end, at: series)
      #expect(charge >= before)
      before = charge
      end += .nanoseconds(draws.below(400_000_000_000))
    }
  }

  @Test(arguments: 0..<20 as Range<UInt32>)
  func `a life cut at whole seconds costs the same but for a nanodollar a cut`(seed: UInt32) {
    var draws = Draws(seed)
    let series = draws.prices()
    let rule = PerSecondBilling(minimum: .zero)
    let cuts = [0, draws.below(9_000), draws.below(9_000), 9_000].sorted().map(at)
    let whole = rule.charge(from: at(0), until: at(9_000), at: series)
    let parts = zip(cuts, cuts.dropFirst()).reduce(Money.zero) {
      $0 + rule.charge(from: $1.0, until: $1.1, at: series)
    }
    #expect(abs(parts.nanodollars - whole.nanodollars) <= 2)
  }
}
