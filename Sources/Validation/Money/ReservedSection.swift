import Capacity
import Experiments
import Kernel
import ScenarioFiles
import Simulation
import Statistics

/// How many instances to reserve: the newsvendor's optimum, by its closed form, by hours that were
/// drawn, and by sweeping the level in the shipped scenario.
struct ReservedSection {
  private static let samples = 20
  private static let hours = 20_000
  /// On demand at $1: the reserved price, the level and the dollars an hour at it.
  private static let cases: [(reserved: Double, level: Int, dollars: Double)] = [
    (0.6, 19, 13.706449), (0.37, 21, 9.105799),
  ]

  /// Levels that are not the optimum, or costs that cannot be chance.
  private(set) var wrong: [String] = []

  mutating func drawn() async throws -> String {
    var table = MarkdownTable(
      "reserved / on demand", "level, closed form", "level, formula",
      "least-cost level of drawn hours",
      "$/h, closed form", "$/h, hours settled", "95% interval", "covers")
    for one in Self.cases {
      let choice = CommitmentLevel(
        reserved: HourlyPrice(dollarsPerHour: one.reserved),
        onDemand: HourlyPrice(dollarsPerHour: 1))
      let found = try await Parallel.map(Array(0..<Self.samples)) {
        Self.settled(choice, level: one.level, number: $0)
      }
      let levels = Set(found.map(\.level)).sorted()
      let formula = choice.best(forProbabilities: Self.poisson)
      guard let interval = StudentInterval(found.map(\.dollars)), let half = interval.halfWidth,
        let wide = StudentInterval(found.map(\.dollars), level: ClosedFormSection.strictLevel)?
          .halfWidth
      else { continue }
      let distance = (interval.mean - one.dollars).magnitude
      if formula != one.level || levels != [one.level] || distance > wide {
        wrong.append("reserved level at \(one.reserved)")
      }
      table.add(
        Figure.fixed(one.reserved, 2), String(one.level), String(formula),
        levels.map(String.init).joined(separator: ", "), Figure.fixed(one.dollars, 6),
        Figure.fixed(interval.mean, 6),
        Figure.fixed(interval.mean - half, 6) + " to " + Figure.fixed(interval.mean + half, 6),
        distance <= half ? "yes" : "no")
    }
    return table.text
  }

  /// The probabilities of demand for so many instances in an hour: Poisson with mean 20.
  private static let poisson: [Double] = {
    var shares = [Elementary.exp(-20)]
    for demand in 1..<120 { shares.append(shares[demand - 1] * 20 / Double(demand)) }
    return shares
  }()

  /// Draws hours, finds their best level and settles each at `level` as a bill does.
  private static func settled(
    _ choice: CommitmentLevel, level: Int, number: Int
  ) -> (level: Int, dollars: Double) {
    var stream = RandomSource(seed: Plain.seed + 13_000, replication: number)
      .stream(.arrival, group: 0, entity: 0)
    let demand = (0..<hours).map { _ in
      var (left, count) = (stream.nextUniform(), 0)
      // What is left of the draw lies above the shares of all counts below.
      while count + 1 < poisson.count, left >= poisson[count] {
        left -= poisson[count]
        count += 1
      }
      return SimDuration.hours(1) * Int64(count)
    }
    let capacity = ReservedCapacity(
      count: level, terms: CommitmentTerms(term: .oneYear, hourly: choice.reserved))
    let cost = demand.reduce(Money.zero) {
      $0 + capacity.settle($1, onDemand: choice.onDemand).total
    }
    return (choice.best(forHours: demand), cost.dollars / Double(hours))
  }

  /// `reserved-level.yaml` at each level from 0 to 12, one replication.
  mutating func swept() async throws -> String {
    var scenario = try ScenarioReader().read(path: "scenarios/reserved-level.yaml")
    guard let base = scenario.architectures.first, let pool = base.pools.first,
      case .reserved(_, let bought)? = base.commitments.first
    else { preconditionFailure("the scenario reserves instances of its pool") }
    scenario.replications = 1
    let terms = bought.terms
    scenario.architectures = (0...12).map { level in
      var one = base
      one.name = "reserve-\(level)"
      one.commitments = [.reserved(pool: pool.name, ReservedCapacity(count: level, terms: terms))]
      return one
    }
    let runs = try await Runner(scenario, jobs: 2).run().results.map { $0.replications[0] }
    let bills = runs.map { $0.ledger.reduce(Money.zero) { $0 + $1.amount } }
    guard let use = runs[0].reservable.first else { preconditionFailure("hours were used") }
    let best = use.prices.best(forHours: use.hours)
    let least = bills.indices.min { bills[$0] < bills[$1] } ?? 0
    if least != best { wrong.append("least-cost level \(least), the newsvendor's \(best)") }
    var table = MarkdownTable(
      "level", "bill of the day, $", "newsvendor's cost of its hours, $", "")
    func beside(_ level: Int) -> Money {
      bills[level] - use.prices.cost(ofLevel: level, forHours: use.hours)
    }
    for level in bills.indices {
      let hours = use.prices.cost(ofLevel: level, forHours: use.hours)
      table.add(
        String(level), Figure.fixed(bills[level].dollars, 4), Figure.fixed(hours.dollars, 4),
        level == best ? "newsvendor's optimum" : "")
      // What billing rules add to the time lived is the same at every level.
      let difference = beside(level) - beside(0)
      if difference.nanodollars.magnitude > 100 { wrong.append("bill at level \(level)") }
    }
    return table.text
  }
}
