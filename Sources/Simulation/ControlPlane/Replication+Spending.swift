import Capacity
import Kernel

extension Replication {
  /// Brings what has been spent up to the present, at the end of a reporting interval.
  ///
  /// What machines came to, what one's own machines and commitments cost so far, and all
  /// charges beside; commitments settle by the interval here. What a billing rule adds when an
  /// instance goes, and what is given back for it, is in the bill and not in here.
  mutating func noteSpending() {
    guard var state = budget else { return }
    let span = now - SimTime.zero
    let charges = serviceUse(span: span).amounts(architecture.charges, month: month)
    var spent = charges.reduce(Money.zero) { $0 + $1.amount }
    for (index, pool) in architecture.pools.enumerated() {
      if let requests = spentOnRequests() {
        spent += requests
      } else if pool.isOwned {
        spent += pool.ownedCost(of: span, month: month)
      } else if let costs = recorder.computeCosts.last {
        state.computeSpent += costs[index]
      }
    }
    state.committedSaving += savingOfInterval(since: state)
    state.machineAreas = pools.map(\.billedArea)
    state.spent = spent + state.computeSpent - state.committedSaving
    state.looks.append((now, state.spent))
    budget = state
  }

  /// What a serverless pool that is paid by the request has cost so far; nil without one.
  private func spentOnRequests() -> Money? {
    guard let functions, case .request(let rule, let kept) = functions.pool.rules.layer.billing
    else { return nil }
    var (use, provisioned) = (FunctionUse(), FunctionUse())
    func note(_ life: FunctionLife) {
      if life.isProvisioned { provisioned.add(life.use) } else { use.add(life.use) }
    }
    for index in 0..<functions.pool.lives.count { note(functions.pool.lives[index]) }
    for index in 0..<functions.pool.instances.count
    where functions.pool.instances[index].number >= 0 { note(functions.pool.instances[index].life) }
    var spent = use.charge(rule, execution: true, initialisation: true)
    if let kept {
      spent += provisioned.charge(kept.execution, execution: true, initialisation: true)
      spent += kept.charge(
        environments: functions.pool.rules.layer.provisioned, from: .zero, until: now)
    }
    return spent
  }

  private var month: SimDuration { scenario.clock.month }

  /// What commitments save in the interval that ends now, less what of them goes unused.
  private func savingOfInterval(since state: BudgetState) -> Money {
    guard !architecture.commitments.isEmpty else { return .zero }
    let last = state.looks.last?.time ?? .zero
    let uses = pools.indices.map { pool in
      let before = state.machineAreas.isEmpty ? 0 : state.machineAreas[pool]
      let used = pools[pool].billedArea - before
      return HourlyUse(span: now - last, used: SimDuration(nanoseconds: Int64(used)))
    }
    let bill = CommitmentBill(architecture, uses: uses)
    let saved = bill.savings.reduce(bill.planSaving, +)
    return bill.unused.reduce(saved - bill.planUnused) { $0 - $1 }
  }
}
