import Capacity
import Kernel

/// Every charge of a replication, by pool, category and population.
struct Ledger {
  /// What is charged before it is split among populations.
  struct Entry {
    /// The pool, or nil for what no pool alone is charged with.
    var pool: Int?
    var category: LedgerLine.Category
    var amount: Money
  }

  /// The charges, those of nothing left out.
  private(set) var entries: [Entry] = []
  /// What was used of pools with reserved instances.
  private(set) var reservable: [ReservableUse] = []
  private let architecture: Architecture
  private let attribution: Attribution

  init(
    architecture: Architecture, clock: Clock, bills: Bills, service: ServiceUse,
    attribution: Attribution
  ) {
    self.architecture = architecture
    self.attribution = attribution
    for pool in architecture.pools.indices { addCompute(of: pool, bills) }
    addFunctions(bills.functions)
    addOwned(clock)
    addCommitments(clock, bills)
    for (category, amount) in service.amounts(architecture.charges, month: clock.month) {
      add(nil, category, amount)
    }
  }

  private mutating func add(_ pool: Int?, _ category: LedgerLine.Category, _ amount: Money) {
    if amount != .zero { entries.append(Entry(pool: pool, category: category, amount: amount)) }
  }

  private mutating func addCompute(of pool: Int, _ all: Bills) {
    let bills = all.instances.filter { $0.pool == pool }
    let nodes = all.nodes.filter { $0.pool == pool }
    for category in [LedgerLine.Category.busy, .idle, .starting, .draining, .warm, .refund] {
      add(pool, category, bills.reduce(Money.zero) { $0 + $1.amount(category) })
    }
    let minimum = bills.reduce(Money.zero) { $0 + $1.amount(.minimum) }
    add(pool, .minimum, nodes.reduce(minimum) { $0 + $1.minimum })
    add(pool, .vacant, nodes.reduce(Money.zero) { $0 + $1.vacant })
  }

  /// A serverless pool is all of its architecture.
  private mutating func addFunctions(_ bills: [FunctionBill]) {
    for category in LedgerLine.Category.allCases {
      add(0, category, bills.reduce(Money.zero) { $0 + $1.amount(category) })
    }
  }

  /// What machines of one's own cost beyond the time in which they were there for replicas.
  private mutating func addOwned(_ clock: Clock) {
    for (index, pool) in architecture.pools.enumerated() where pool.isOwned {
      let charged = entries.reduce(Money.zero) { $1.pool == index ? $0 + $1.amount : $0 }
      let fee = pool.ownedCost(of: clock.measure, month: clock.month)
      add(index, .committedUnused, fee - charged)
    }
  }

  private mutating func addCommitments(_ clock: Clock, _ bills: Bills) {
    guard !architecture.commitments.isEmpty else { return }
    var uses = architecture.pools.map { _ in HourlyUse(clock) }
    for bill in bills.instances where bill.node == nil {
      uses[bill.pool].add(from: max(bill.life.launched, .zero), until: bill.life.gone)
    }
    for bill in bills.nodes {
      uses[bill.pool].add(from: max(bill.life.launched, .zero), until: bill.life.gone)
    }
    let bill = CommitmentBill(architecture, uses: uses)
    for pool in architecture.pools.indices {
      add(pool, .commitmentSaving, .zero - bill.savings[pool])
      add(pool, .committedUnused, bill.unused[pool])
    }
    add(nil, .commitmentSaving, .zero - bill.planSaving)
    add(nil, .committedUnused, bill.planUnused)
    reservable = bill.reservable
  }

  /// All charges together.
  var total: Money { entries.reduce(.zero) { $0 + $1.amount } }

  /// The charges split among populations; parts add up to each charge exactly.
  var lines: [LedgerLine] {
    entries.flatMap { entry in
      let weights = attribution.weights(entry.category, pool: entry.pool)
      let parts = entry.amount.split(by: weights)
      return zip(attribution.populations, parts).compactMap { population, amount in
        amount == .zero
          ? nil
          : LedgerLine(
            pool: entry.pool.map { architecture.pools[$0].name } ?? "", population: population,
            category: entry.category, amount: amount)
      }
    }
  }
}
