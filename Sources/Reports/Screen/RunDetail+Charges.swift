import Capacity
import Experiments
import Kernel
import Simulation

extension RunDetail {
  /// Who is charged, when there are several to charge.
  var charged: [String] {
    let lines = result.replications.flatMap(\.ledger)
    let total = lines.reduce(Money.zero) { $0 + $1.amount }
    guard result.populations.count > 1, total > .zero else { return [] }
    let items = result.populations.map { population in
      let amount = lines.reduce(Money.zero) {
        $1.population == population.name ? $0 + $1.amount : $0
      }
      let share = RoundedFigure.decimal(amount.dollars / total.dollars * 100, place: 0)
      return "\(population.name) \(share == "0" ? "<1" : share)%"
    }
    return lead("charged", items)
  }

  /// How many instances to reserve, for each pool that has some reserved.
  var reserved: [String] {
    ReservedLevel.found(in: result).flatMap { level in
      let saving = level.costNow - level.costOfBest
      let dollars = RoundedFigure.brief(saving, halfWidth: nil)
      let gain = level.best == level.now ? "as it is" : "$\(dollars) an hour less than \(level.now)"
      return lead(
        "reserve",
        ["\(level.best) instances of \(level.pool) would cost least over these hours: \(gain)"])
    }
  }
}

extension LedgerLine.Category {
  /// What people call it.
  var words: String { rawValue.split(separator: "_").joined(separator: " ") }
}
