import Capacity
import Kernel

extension Replication {
  mutating func scheduleBudgetLook(after instant: SimTime) {
    guard let next = budget?.nextLook(after: instant) else { return }
    events.schedule(.budgetLook, at: min(next, scenario.clock.end), entity: 0)
  }

  /// Looks at what has been spent: announces it, acts on it, and begins the next period when its
  /// time has come.
  mutating func watchBudget() {
    noteSpending()
    announceShares()
    announceSpeed()
    takeSteps()
    beginPeriods()
    if now < scenario.clock.end { scheduleBudgetLook(after: now) }
  }

  private mutating func announceShares() {
    guard let state = budget else { return }
    for share in state.budget.alertsPerMillion.dropFirst(state.alerted) {
      guard state.spentInPeriod >= state.budget.share(perMillion: share) else { return }
      budget?.alerted += 1
      note("alert", "\(Self.percent(share)) of the budget: \(spentWords(state))")
    }
  }

  private mutating func announceSpeed() {
    guard let state = budget, let rule = state.budget.burnRate else { return }
    let isFast = state.isTooFast(at: now)
    if isFast, !state.isFast {
      let times = Self.decimal(rule.timesPerMillion)
      note("burn_rate", "\(times) times as fast as the budget, or faster: \(spentWords(state))")
    }
    budget?.isFast = isFast
  }

  private mutating func takeSteps() {
    guard let state = budget else { return }
    for step in state.budget.steps.dropFirst(state.stepped) {
      guard state.spentInPeriod >= state.budget.share(perMillion: step.atPerMillion) else { return }
      budget?.stepped += 1
      let why = "\(Self.percent(step.atPerMillion)) of the budget is spent"
      take(step.action, why: why)
    }
  }

  private mutating func take(_ action: Budget.Action, why: String) {
    switch action {
    case .cap(let most): cap(at: most, why: why)
    case .stopAdmitting: stopAdmitting(why: why, what: "stop_admitting")
    case .lowerFrameRate(let share):
      budget?.ratePerMillion = share
      note("lower_frame_rate", "\(why): new sessions send \(Self.percent(share)) of their frames")
    case .switchModel(let name):
      use(model: architecture.otherModels.firstIndex { $0.name == name })
      note("switch_model", "\(why): batches are of \(name)")
    case .featureOff:
      stopAdmitting(why: why, what: "feature_off")
      for place in sessions.indices where sessions[place].isPresent { evict(place) }
    }
  }

  private mutating func cap(at most: Int, why: String) {
    for pool in pools.indices
    where !pools[pool].pool.isOwned && plan.function == nil && most < pools[pool].pool.max {
      let from = pools[pool].wanted
      if pools[pool].wantedBeforeCap == nil { pools[pool].wantedBeforeCap = from }
      pools[pool].pool.max = min(pools[pool].pool.max, most)
      pools[pool].pool.min = min(pools[pool].pool.min, most)
      pools[pool].wanted = min(from, most)
      decide(
        who: "budget", pool: pool, what: "cap", why: "\(why): at most \(most)", from: from,
        to: pools[pool].wanted)
      reconcile(pool)
    }
  }

  private mutating func stopAdmitting(why: String, what: String) {
    budget?.admits = false
    refuseRequests(true)
    note(what, why)
  }

  private mutating func refuseRequests(_ refuses: Bool) {
    hall { station, _ in station.refusesRequests = refuses }
    functions?.pool.isRefusing = refuses
  }

  /// Begins the next period: alerts and steps start anew, and what was done is undone.
  private mutating func beginPeriods() {
    guard let state = budget, now - state.periodStart >= state.budget.period else { return }
    budget?.periodStart += state.budget.period
    budget?.spentBefore = state.spent
    budget?.alerted = 0
    guard state.stepped > 0, now < scenario.clock.end else { return }
    budget?.stepped = 0
    budget?.admits = true
    budget?.ratePerMillion = 1_000_000
    refuseRequests(false)
    use(model: nil)
    note("new_period", "a new period of the budget begins")
    for pool in pools.indices where plan.function == nil { uncap(pool) }
  }

  /// Lifts a cap; a pool that nobody scales gets back what it had.
  private mutating func uncap(_ pool: Int) {
    pools[pool].pool.max = architecture.pools[pool].max
    pools[pool].pool.min = architecture.pools[pool].min
    let before = isScaled(pool) ? nil : pools[pool].wantedBeforeCap
    pools[pool].wantedBeforeCap = nil
    pools[pool].wanted = max(pools[pool].wanted, before ?? pools[pool].pool.min)
    reconcile(pool)
  }

  /// Whether an autoscaler, a mix of pools or a plan says how many instances a pool should have.
  private func isScaled(_ pool: Int) -> Bool {
    scalers.contains { $0.pool == pool } || mixes.contains { $0.pools.contains(pool) }
      || planned.contains { $0.pool == pool }
  }

  /// Notes what concerns all pools.
  private mutating func note(_ what: String, _ why: String) {
    let wanted = pools.reduce(0) { $0 + $1.wanted }
    decisions.append(
      Decision(
        time: now, who: "budget", pool: "", what: what, why: why, from: wanted, to: wanted))
  }

  private func spentWords(_ state: BudgetState) -> String {
    "$\(Self.cents(state.spentInPeriod)) of $\(Self.cents(state.budget.amount))"
  }

  /// Dollars with two decimals, rounded down.
  private static func cents(_ amount: Money) -> String {
    String(amount.decimalText.dropLast(7))
  }

  private static func percent(_ perMillion: Int64) -> String {
    decimal(perMillion * 100) + "%"
  }

  /// Millionths as a number without zeros at its end.
  private static func decimal(_ millionths: Int64) -> String {
    var text = Money(nanodollars: millionths * 1000).decimalText
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
