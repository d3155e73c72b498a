import Capacity
import Kernel
import Testing

@Suite struct CommitmentLevelTests {
  private func level(_ reserved: Double) -> CommitmentLevel {
    CommitmentLevel(
      reserved: HourlyPrice(dollarsPerHour: reserved), onDemand: HourlyPrice(dollarsPerHour: 1))
  }

  private static let poisson20: [Double] = {
    var shares = [Elementary.exp(-20)]
    for demand in 1..<120 { shares.append(shares[demand - 1] * 20 / Double(demand)) }
    return shares
  }()

  /// The newsvendor's closed form for Poisson demand with mean 20, checked by simulation.
  @Test(arguments: [(0.6, 19), (0.37, 21)])
  func `Poisson demand has its newsvendor level`(reserved: Double, best: Int) {
    let choice = level(reserved)
    #expect(choice.best(forProbabilities: Self.poisson20) == best)
  }

  @Test(arguments: 0..<30 as Range<UInt32>)
  func `no other level would have cost less`(seed: UInt32) {
    var draws = Draws(seed)
    let demand = (0..<48).map { _ in SimDuration.seconds(draws.below(40_000)) }
    let choice = level(Double(draws.below(100)) / 100)
    let best = choice.best(forHours: demand)
    let cost = choice.cost(ofLevel: best, forHours: demand)
    for other in 0..<15 { #expect(choice.cost(ofLevel: other, forHours: demand) >= cost) }
    if best > 0 { #expect(choice.cost(ofLevel: best - 1, forHours: demand) > cost) }
  }

  @Test func `a level's cost is the sum of its hours' settlements`() {
    let demand: [SimDuration] = [.minutes(30), .hours(2), .minutes(200)]
    let terms = CommitmentTerms(term: .oneYear, hourly: HourlyPrice(dollarsPerHour: 0.6))
    let settled = demand.reduce(Money.zero) {
      $0
        + ReservedCapacity(count: 2, terms: terms)
        .settle($1, onDemand: HourlyPrice(dollarsPerHour: 1)).total
    }
    #expect(level(0.6).cost(ofLevel: 2, forHours: demand) == settled)
  }

  @Test func `a commitment as dear as on demand, or no demand, is not worth taking`() {
    #expect(level(1).best(forHours: [.hours(3), .hours(5)]) == 0)
    #expect(level(0.6).best(forHours: []) == 0)
    #expect(level(0).best(forHours: [.minutes(90)]) == 2)
  }
}
