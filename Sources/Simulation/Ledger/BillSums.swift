import Capacity
import Kernel

/// What the bills of many machines add up to: all that a ledger needs of them.
struct BillSums {
  /// By pool: the charges of replicas and nodes.
  private var machines: [[LedgerLine.Category: Money]]
  /// The charges of a serverless pool, which is all of its architecture.
  private var functions: [LedgerLine.Category: Money] = [:]
  /// What the replicas of nodes that are not billed yet were charged, by the node.
  private var onNodes: [Int: Money] = [:]
  /// By pool: the machine time that commitments may cover; none without commitments.
  private(set) var uses: [HourlyUse] = []
  /// Model loads of cold starts that ended within the measured span.
  var pulls: Int64 = 0

  /// Nothing.
  init(_ architecture: Architecture, _ clock: Clock) {
    machines = architecture.pools.map { _ in [:] }
    if !architecture.commitments.isEmpty {
      uses = architecture.pools.map { _ in HourlyUse(clock) }
    }
  }

  mutating func add(_ bill: InstanceBill) {
    for category in InstanceBill.categories {
      machines[bill.pool][category, default: .zero] += bill.amount(category)
    }
    if let node = bill.node {
      onNodes[node, default: .zero] += bill.life.cost
    } else if bill.isOnDemand {
      cover(bill.pool, bill.life)
    }
  }

  /// What the replicas on a node that is to be billed were charged; forgotten with that.
  mutating func takeUse(ofNode node: Int) -> Money { onNodes.removeValue(forKey: node) ?? .zero }

  mutating func add(_ bill: NodeBill) {
    machines[bill.pool][.minimum, default: .zero] += bill.minimum
    machines[bill.pool][.vacant, default: .zero] += bill.vacant
    cover(bill.pool, bill.life)
  }

  mutating func add(_ bill: FunctionBill) {
    for category in LedgerLine.Category.allCases {
      functions[category, default: .zero] += bill.amount(category)
    }
  }

  /// Notes the time of a machine, but not that in the warm pool, which has a price of its own.
  private mutating func cover(_ pool: Int, _ life: InstanceLife) {
    guard !uses.isEmpty else { return }
    let first = max(life.launched, .zero)
    guard let warm = life.start.warm else { return uses[pool].add(from: first, until: life.gone) }
    uses[pool].add(from: first, until: min(warm, life.gone))
    if let woken = life.start.woken { uses[pool].add(from: max(woken, first), until: life.gone) }
  }

  /// What replicas and nodes of a pool come to.
  func amount(_ category: LedgerLine.Category, ofPool pool: Int) -> Money {
    machines[pool][category] ?? .zero
  }

  /// What the instances of a serverless pool come to.
  func functionAmount(_ category: LedgerLine.Category) -> Money { functions[category] ?? .zero }
}
