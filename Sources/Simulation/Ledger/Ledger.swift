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
    architecture: Architecture, clock: Clock, bills: BillSums, service: ServiceUse,
    attribution: Attribution
  ) {
    self.architecture = architecture
    self.attribution = attribution
    for pool in architecture.pools.indices { addCompute(of: pool, bills) }
    addFunctions(bills)
    addOwned(clock)
    addCommitments(clock, bills)
    for (category, amount) in service.amounts(architecture.charges, month: clock.month) {
      add(nil, category, amount)
    }
  }

  private mutating func add(_ pool: Int?, _ category: LedgerLine.Category, _ amount: Money) {
    if amount != .zero { entries.append(Entry(pool: pool, category: category, amount: amount)) }
  }

  private mutating func addCompute(of pool: Int, _ bills: BillSums) {
    let categories: [LedgerLine.Category] = [
      .busy, .idle, .starting, .draining, .warm, .refund, .minimum, .vacant,
    ]
    for category in categories { add(pool, category, bills.amount(category, ofPool: pool)) }
  }

  /// A serverless pool is all of its architecture.
  private mutating func addFunctions(_ bills: BillSums) {
    for category in LedgerLine.Category.allCases {
      add(0, category, bills.functionAmount(category))
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

  private mutating func addCommitments(_ clock: Clock, _ bills: BillSums) {
    guard !architecture.commitments.isEmpty else { return }
    let bill = CommitmentBill(architecture, uses: bills.uses.map { $0.within(clock) })
    for pool in architecture.pools.indices {
      add(pool, .commitmentSaving, .zero - bill.savings[pool])
      add(pool, .committedUnused, bill.unused[pool])
    }
    add(nil, .commitmentSaving, .zero - bill.planSaving)
    add(nil, .committedUnused, bill.planUnused)
    reservable = bill.reservable
  }

  /// Whether charges come to more than money can hold: beyond that amounts are not true.
  var isPastMoney: Bool {
    let sums = entries.reduce((Int128(0), Int128(0))) { sums, entry in
      let amount = Int128(entry.amount.nanodollars)
      return (sums.0 + max(amount, 0), sums.1 + min(amount, 0))
    }
    let most = Int128(Money.mostTold.nanodollars)
    return sums.0 > most || -sums.1 > most
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
