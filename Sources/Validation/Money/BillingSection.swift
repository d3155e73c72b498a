import Capacity
import Kernel

/// Bills over fleets and prices that change, against another simulator's acceptance cases.
struct BillingSection {
  /// Cases whose bill is not the exact one.
  private(set) var wrong: [String] = []

  mutating func table() throws -> String {
    var table = MarkdownTable("instances", "rule", "exact, $", "simulated, $", "equal")
    for one in BillingCase.all {
      let found = try one.simulated()
      // The exact value is known to half a unit of its last digit.
      let isEqual = (found.cost.dollars - one.exact).magnitude <= 0.000_000_5
      let neverServes = one.lots.allSatisfy { $0.boot == 0 } || !found.serves
      if !isEqual || !neverServes { wrong.append("billing of \(one.name)") }
      table.add(
        one.name, one.rule.rawValue, Figure.fixed(one.exact, 6),
        Figure.fixed(found.cost.dollars, 6),
        isEqual ? "yes" : "no")
    }
    return table.text
  }
}
