import Capacity
import Kernel

/// What each machine has cost over the measured span of a clock.
struct Bills {
  var instances: [InstanceBill] = []
  var nodes: [NodeBill] = []
  var functions: [FunctionBill] = []
}

/// What the fleet and all else has cost; the clock's span ends now, or is over.
extension Replication {
  func bills(_ clock: Clock) -> Bills {
    guard plan.function == nil else { return Bills(functions: functionBills(clock)) }
    let replicas = instances.compactMap { state in
      InstanceBill(state, pool: pools[state.pool], clock: clock)
    }
    return Bills(instances: replicas, nodes: nodeBills(replicas, clock))
  }

  private func nodeBills(_ bills: [InstanceBill], _ clock: Clock) -> [NodeBill] {
    var used = Array(repeating: Money.zero, count: nodes.count)
    for bill in bills {
      if let node = bill.node { used[node] = used[node] + bill.life.cost }
    }
    return nodes.indices.compactMap { id in
      NodeBill(nodes[id], used: used[id], pool: pools[nodes[id].pool], clock: clock)
    }
  }

  /// The charges of a whole span.
  func ledger(_ bills: Bills, _ clock: Clock) -> Ledger {
    var sums = BillSums(architecture, clock)
    for bill in bills.instances { sums.add(bill) }
    for bill in bills.nodes { sums.add(bill) }
    for bill in bills.functions { sums.add(bill) }
    sums.pulls = Int64(instances.count { isPull($0) })
    return ledger(sums, clock)
  }

  func ledger(_ bills: BillSums, _ clock: Clock) -> Ledger {
    Ledger(
      architecture: architecture, clock: clock, bills: bills,
      service: serviceUse(span: clock.measure, pulls: bills.pulls), attribution: attribution())
  }
}
