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
  /// Bills that change no more; nil before the first look.
  var past: PastBills?
  /// Spent up to each look, for the windows of the alert on speed.
  private var looks: [(time: SimTime, spent: Money)] = [(.zero, .zero)]
  /// For each window the place of the last look before it; below 0 until it has passed.
  private var beginnings: [Int]
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

  init(_ budget: Budget) {
    self.budget = budget
    beginnings = budget.burnRate?.windows.map { _ in -1 } ?? []
  }

  /// Spent within the running period.
  var spentInPeriod: Money { spent - spentBefore }

  /// Whether spending in every window that has passed is too fast; false before all have.
  func isTooFast(at now: SimTime) -> Bool {
    !beginnings.isEmpty
      && beginnings.allSatisfy { place in
        place >= 0 && budget.isFast(spent - looks[place].spent, in: now - looks[place].time)
      }
  }

  /// Notes what has been spent up to a look, and moves the windows on to it.
  mutating func note(_ spent: Money, at now: SimTime) {
    self.spent = spent
    guard let rule = budget.burnRate else { return }
    looks.append((now, spent))
    for (index, window) in rule.windows.enumerated() {
      while beginnings[index] + 1 < looks.count, looks[beginnings[index] + 1].time <= now - window {
        beginnings[index] += 1
      }
    }
    forget()
  }

  /// When spending is looked at next: at the end of the period at the latest.
  func nextLook(after now: SimTime) -> SimTime {
    min(now + budget.every, periodStart + budget.period)
  }

  /// Forgets looks that are older than every window, once they are more than the others.
  private mutating func forget() {
    guard let oldest = beginnings.min(), oldest > looks.count / 2 else { return }
    looks.removeFirst(oldest)
    for index in beginnings.indices { beginnings[index] -= oldest }
  }
}
