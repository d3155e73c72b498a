import Capacity
import Kernel

extension Replication {
  /// Brings what has been spent up to the present: the bill as it would be if the span ended now.
  mutating func noteSpending() {
    guard var past = budget?.past ?? newPast() else { return }
    settleAll()
    // Taken out, so that what it keeps is changed in place.
    budget?.past = nil
    close(&past)
    var clock = scenario.clock
    clock.measure = now - .zero
    var sums = past.sums
    addPresent(past, to: &sums, clock)
    let spent = ledger(sums, clock).total
    budget?.past = past
    budget?.note(spent, at: now)
  }

  private func newPast() -> PastBills? {
    budget.map { _ in PastBills(sums: BillSums(architecture, scenario.clock)) }
  }

  /// Adds up the bills of machines that are gone since the last look: they change no more.
  private func close(_ past: inout PastBills) {
    let clock = scenario.clock
    guard plan.function == nil else { return closeFunctions(&past) }
    past.watch(instances: instances.count, nodes: nodes.count)
    for id in past.instances where instances[id].goneAt != nil {
      if isPull(instances[id]) { past.sums.pulls += 1 }
      if let bill = bill(ofInstance: id, clock) { past.sums.add(bill) }
    }
    past.instances.removeAll { instances[$0].goneAt != nil }
    for id in past.nodes where nodes[id].goneAt != nil {
      if let bill = bill(ofNode: id, &past.sums, clock) { past.sums.add(bill) }
    }
    past.nodes.removeAll { nodes[$0].goneAt != nil }
  }

  private func addPresent(_ past: PastBills, to sums: inout BillSums, _ clock: Clock) {
    guard plan.function == nil else {
      for bill in functionBills(presentLives(past), clock) { sums.add(bill) }
      return
    }
    for id in past.instances {
      if isPull(instances[id]) { sums.pulls += 1 }
      if let bill = bill(ofInstance: id, clock) { sums.add(bill) }
    }
    for id in past.nodes {
      if let bill = bill(ofNode: id, &sums, clock) { sums.add(bill) }
    }
  }

  private func bill(ofInstance id: Int, _ clock: Clock) -> InstanceBill? {
    InstanceBill(instances[id], pool: pools[instances[id].pool], clock: clock)
  }

  private func bill(ofNode id: Int, _ sums: inout BillSums, _ clock: Clock) -> NodeBill? {
    NodeBill(
      nodes[id], used: sums.takeUse(ofNode: id), pool: pools[nodes[id].pool], clock: clock)
  }

  private func closeFunctions(_ past: inout PastBills) {
    past.watch(instances: instances.count, nodes: 0)
    let gone =
      functions.map { $0.pool.endedLives(from: past.functions) }
      ?? lives(
        past.instances.filter { instances[$0].goneAt != nil })
    // Provisioned instances never end within the span, and their bills are by its end.
    for bill in functionBills(gone, scenario.clock) { past.sums.add(bill) }
    if functions != nil { past.functions += gone.count }
    past.sums.pulls += Int64(
      past.instances.count { instances[$0].goneAt != nil && isPull(instances[$0]) })
    past.instances.removeAll { instances[$0].goneAt != nil }
  }

  private func presentLives(_ past: PastBills) -> [FunctionLife] {
    functions?.pool.presentLives(at: now.nanoseconds) ?? lives(past.instances)
  }
}

/// Bills that a budget has seen the end of, and the machines whose end it has not seen.
struct PastBills {
  var sums: BillSums
  /// Machines that were not gone at the last look, in order of launch.
  var instances: [Int] = []
  var nodes: [Int] = []
  /// How many were there in all.
  private var seenInstances = 0
  private var seenNodes = 0
  /// How many lives of serverless instances are in the sums.
  var functions = 0

  init(sums: BillSums) { self.sums = sums }

  /// Watches machines that were asked for since the last look.
  mutating func watch(instances: Int, nodes: Int) {
    self.instances += seenInstances..<instances
    self.nodes += seenNodes..<nodes
    (seenInstances, seenNodes) = (instances, nodes)
  }
}
