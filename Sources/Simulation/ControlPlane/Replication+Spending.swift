import Capacity
import Kernel

extension Replication {
  /// Brings what has been spent up to the present: the bill as it would be if the span ended now.
  mutating func noteSpending() {
    settleAll()
    var clock = scenario.clock
    clock.measure = now - .zero
    let spent = ledger(bills(clock), clock).total
    budget?.spent = spent
    budget?.looks.append((now, spent))
  }
}
