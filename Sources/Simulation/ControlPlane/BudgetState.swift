import Capacity
import Kernel

/// A budget while it is watched.
struct BudgetState {
  let budget: Budget
  /// When the running period began.
  var periodStart = SimTime.zero
  /// Spent up to then, and up to the last look.
  var spentBefore = Money.zero
  var spent = Money.zero
  /// Spent up to each look, for the windows of the alert on speed.
  var looks: [(time: SimTime, spent: Money)] = [(.zero, .zero)]
  /// How many alerts and steps have been reached in this period.
  var alerted = 0
  var stepped = 0
  /// Whether spending was too fast at the last look.
  var isFast = false
  /// Whether those who come are let in.
  var admits = true
  /// What share of its frame rate a new session sends at, in millionths.
  var ratePerMillion: Int64 = 1_000_000
  /// The other model that batches are of, by its place in the architecture; nil for its own.
  var model: Int?
  /// The station at which refused sessions send into the void.
  var refuge: Int?

  init(_ budget: Budget) { self.budget = budget }

  /// Spent within the running period.
  var spentInPeriod: Money { spent - spentBefore }

  /// Whether spending in every window that has passed is too fast; false before all have.
  func isTooFast(at now: SimTime) -> Bool {
    guard let rule = budget.burnRate else { return false }
    return rule.windows.allSatisfy { window in
      guard let before = looks.last(where: { $0.time <= now - window }) else { return false }
      return budget.isFast(spent - before.spent, in: now - before.time)
    }
  }

  /// When spending is looked at next: at the end of the period at the latest.
  func nextLook(after now: SimTime) -> SimTime {
    min(now + budget.every, periodStart + budget.period)
  }

  /// Forgets what is older than every window.
  mutating func forget(before now: SimTime) {
    let longest = budget.burnRate?.windows.max() ?? .zero
    // The first that is kept is the last that the longest window may need.
    guard let keep = looks.lastIndex(where: { $0.time <= now - longest }), keep > 0 else { return }
    looks.removeFirst(keep)
  }
}
