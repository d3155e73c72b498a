import Experiments
import Kernel
import Simulation

extension RunResults {
  /// Adds a row that belongs to one replication.
  static func take(
    _ row: CSVRow, of table: CSVTable, into digest: inout ReplicationDigest
  ) throws(RunProblem) {
    switch table {
    case .timeline:
      let interval = try interval(row)
      if let last = digest.timeline.last, interval.start < last.start + last.length {
        throw row.wrong(2, "a time at or after the end of the row before")
      }
      digest.timeline.append(interval)
    case .costs: digest.ledger.append(try charge(row))
    case .instances: digest.instances.append(try life(row))
    case .decisions: digest.decisions.append(try decision(row))
    default: break
    }
  }

  private static func interval(_ row: CSVRow) throws(RunProblem) -> TimelineRow {
    var outcomes = OutcomeCounts()
    for (place, outcome) in Outcome.allCases.enumerated() {
      outcomes[outcome] = try row.count(6 + place)
    }
    let length = SimDuration(nanoseconds: try row.time(3).nanoseconds)
    guard length > .zero else { throw row.wrong(3, "a length above 0") }
    return TimelineRow(
      start: try row.time(2), length: length, users: try row.number(4), offered: try row.count(5),
      outcomes: outcomes, starting: try row.number(11), ready: try row.number(12),
      draining: try row.number(13), utilization: try row.optionalNumber(14),
      waiting: try row.count(15), batches: try row.count(16), cost: try row.money(17),
      latency: LatencyQuantiles(
        p50: try row.optionalMilliseconds(18), p95: try row.optionalMilliseconds(19),
        p99: try row.optionalMilliseconds(20)))
  }

  private static func charge(_ row: CSVRow) throws(RunProblem) -> LedgerLine {
    LedgerLine(
      pool: row.text(2), population: row.text(3),
      category: try row.known(4, "a category of charges") { LedgerLine.Category(rawValue: $0) },
      amount: try row.money(5))
  }

  private static func life(_ row: CSVRow) throws(RunProblem) -> InstanceLife {
    InstanceLife(
      role: try row.known(15, "replica or node") { InstanceLife.Role(rawValue: $0) },
      pool: row.text(2), number: Int(try row.count(3)), type: row.text(4), purchase: row.text(5),
      zone: row.text(16).isEmpty ? nil : row.text(16), launched: try row.time(6),
      booted: try row.optionalTime(7), imaged: try row.optionalTime(8),
      loaded: try row.optionalTime(9), ready: try row.optionalTime(10),
      draining: try row.optionalTime(11), gone: try row.time(12),
      end: try row.known(13, "a reason to end") { InstanceLife.End(rawValue: $0) },
      cost: try row.money(14),
      start: InstanceStart(
        asked: try row.optionalTime(17), driverReady: try row.optionalTime(18),
        warm: try row.optionalTime(19), woken: try row.optionalTime(20),
        imageBytes: try row.count(21), modelBytes: try row.count(22)))
  }

  private static func decision(_ row: CSVRow) throws(RunProblem) -> Decision {
    Decision(
      time: try row.time(2), who: row.text(3), pool: row.text(4), what: row.text(5),
      why: row.text(6), from: try row.integer(7), to: try row.integer(8))
  }
}
