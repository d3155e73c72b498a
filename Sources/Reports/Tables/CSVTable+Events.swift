import Capacity
import Experiments
import Kernel
import Simulation

extension CSVTable {
  static func writeTimeline(_ report: Report, to sink: inout some TextOutputStream) {
    forEachReplication(report) { key, digest in
      for row in digest.timeline { CSV.write(key + timelineFields(row), to: &sink) }
    }
  }

  private static func timelineFields(_ row: TimelineRow) -> [String] {
    var fields = [
      PlainDecimal.seconds(row.start.nanoseconds), PlainDecimal.seconds(row.length.nanoseconds),
      PlainDecimal.text(row.users), String(row.offered),
    ]
    fields += Outcome.allCases.map { String(row.outcomes[$0]) }
    fields += [row.starting, row.ready, row.draining, row.utilization].map {
      PlainDecimal.text($0)
    }
    fields += [String(row.waiting), String(row.batches), row.cost.decimalText]
    return fields
      + [row.latency.p50, row.latency.p95, row.latency.p99].map {
        $0.map { PlainDecimal.milliseconds($0) } ?? ""
      }
  }

  /// One row for each pool, category and population that was charged; what no pool alone is charged
  /// with comes last, with an empty pool.
  static func writeCosts(_ report: Report, to sink: inout some TextOutputStream) {
    for result in report.comparison.results {
      let pools = result.architecture.pools.map(\.name) + [""]
      for digest in result.replications {
        let key = [result.architecture.name, String(digest.replication)]
        for pool in pools {
          for category in LedgerLine.Category.allCases {
            for line in digest.ledger where line.pool == pool && line.category == category {
              let amount = line.amount.decimalText
              CSV.write(key + [pool, line.population, category.rawValue, amount], to: &sink)
            }
          }
        }
      }
    }
  }

  static func writeInstances(_ report: Report, to sink: inout some TextOutputStream) {
    forEachReplication(report) { key, digest in
      for life in digest.instances {
        let times = [
          life.launched, life.booted, life.imaged, life.loaded, life.ready, life.draining,
          life.gone,
        ]
        CSV.write(
          key + [life.pool, String(life.number), life.type, life.purchase]
            + times.map { PlainDecimal.seconds($0) }
            + [life.end.rawValue, life.cost.decimalText, life.role.rawValue, life.zone ?? ""]
            + [life.start.asked, life.start.driverReady, life.start.warm, life.start.woken].map {
              PlainDecimal.seconds($0)
            } + [String(life.start.imageBytes), String(life.start.modelBytes)], to: &sink)
      }
    }
  }

  static func writeDecisions(_ report: Report, to sink: inout some TextOutputStream) {
    forEachReplication(report) { key, digest in
      for decision in digest.decisions {
        CSV.write(
          key + [
            PlainDecimal.seconds(decision.time.nanoseconds), decision.who, decision.pool,
            decision.what, decision.why, String(decision.from), String(decision.to),
          ], to: &sink)
      }
    }
  }
}
