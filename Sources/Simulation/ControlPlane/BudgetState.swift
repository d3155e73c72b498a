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
  /// Spent on rented machines, added up interval by interval.
  var computeSpent = Money.zero
  /// What commitments took off the price of usage up to the last look; negative when they cost
  /// more than they save.
  var committedSaving = Money.zero
  /// Spent up to each look, for the windows of the alert on speed.
  var looks: [(time: SimTime, spent: Money)] = []
  /// The machine time of each pool at the last look.
  var machineAreas: [Int128] = []
  /// How many alerts and steps have been reached in this period.
  var alerted = 0
  var stepped = 0
  /// Whether spending was too fast at the last look.
  var isFast = false
  /// Whether those who come are let in.
  var admits = true
  /// What share of its frame rate a new session sends at, in millionths.
  var ratePerMillion: Int64 = 1_000_000
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

  /// Forgets what is older than every window.
  mutating func forget(before now: SimTime) {
    let longest = budget.burnRate?.windows.max() ?? .zero
    // The first that is kept is the last that the longest window may need.
    guard let keep = looks.lastIndex(where: { $0.time <= now - longest }), keep > 0 else { return }
    looks.removeFirst(keep)
  }
}
