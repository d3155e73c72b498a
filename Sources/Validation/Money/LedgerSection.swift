import Capacity
import Experiments
import Kernel
import Simulation

/// The sum check on every ledger line of every shipped scenario, to the nanodollar.
struct LedgerSection {
  /// The sums of one scenario over all its architectures and replications.
  private struct Sums {
    var runs = 0
    var lines = 0
    /// All lines of the ledger.
    var ledger = Money.zero
    /// The instances' own bills, and the lines that no instance has.
    var bills = Money.zero
    /// The intervals of the timeline.
    var intervals = Money.zero
    /// The metric `cost`, from its dollars.
    var metric: Int64 = 0
    /// The largest difference of one run from its ledger, in nanodollars.
    var difference: UInt64 = 0
  }

  /// Scenarios whose parts do not add up.
  private(set) var wrong: [String] = []
  private(set) var lines = 0
  private var table = MarkdownTable(
    "scenario", "runs", "ledger lines", "sum of lines, $", "instances' bills and other lines, $",
    "timeline, $", "metric `cost`, $", "largest difference, nanodollars")

  var text: String { table.text }

  /// Adds the runs of a scenario.
  mutating func add(_ name: String, _ results: [ArchitectureResult]) {
    var sums = Sums()
    for run in results.flatMap(\.replications) { Self.add(run, to: &sums) }
    lines += sums.lines
    if sums.difference != 0 { wrong.append("ledger of \(name)") }
    table.add(
      name, String(sums.runs), String(sums.lines), sums.ledger.decimalText, sums.bills.decimalText,
      sums.intervals.decimalText, Money(nanodollars: sums.metric).decimalText,
      String(sums.difference))
  }

  private static func add(_ run: ReplicationDigest, to sums: inout Sums) {
    let ledger = run.ledger.reduce(Money.zero) { $0 + $1.amount }
    let other = run.ledger.filter { !isOfInstances($0) }.reduce(Money.zero) { $0 + $1.amount }
    let bills = run.instances.reduce(other) { $0 + $1.cost }
    let intervals = run.timeline.reduce(Money.zero) { $0 + $1.cost }
    let metric = Elementary.nearestInteger((run.metrics[.cost] ?? 0) * 1e9)
    sums.runs += 1
    sums.lines += run.ledger.count
    sums.ledger += ledger
    sums.bills += bills
    sums.intervals += intervals
    sums.metric += metric
    for part in [bills.nanodollars, intervals.nanodollars, metric] {
      sums.difference = max(sums.difference, (part - ledger.nanodollars).magnitude)
    }
  }

  /// Whether a line is a part of what instances cost by themselves.
  private static func isOfInstances(_ line: LedgerLine) -> Bool {
    switch line.category {
    case .busy, .idle, .starting, .draining, .minimum, .vacant, .provisioned, .warm, .refund: true
    // Of a serverless pool; the charge by the frame has no pool.
    case .requests: !line.pool.isEmpty
    default: false
    }
  }
}
