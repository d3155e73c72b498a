import Experiments
import Kernel
package import Simulation

/// One replication in at most so many columns of equal length.
package struct DaySeries {
  /// One column of the picture.
  package struct Column {
    var users = 0.0
    /// Frames captured in it.
    package var offered: Int64 = 0
    var outcomes = OutcomeCounts()
    var starting = 0.0
    var ready = 0.0
    var draining = 0.0
    var busy = 0.0
    var waiting: Int64 = 0
    var seconds = 0.0

    /// Instances that can serve.
    var capacity: Double { ready + draining }
    /// Instances that the frames offered would keep busy, by the work of those answered here.
    ///
    /// What is busy while all is answered; more while frames are turned away or pile up.
    var needed: Double {
      let answered = Double(outcomes[.served] + outcomes[.late])
      guard answered > 0 else { return busy }
      return busy * max(1, Double(offered) / answered)
    }
    /// The share of frames ended here that were late, dropped, rejected or failed.
    var troubled: Double {
      outcomes.total > 0
        ? Double(outcomes.total - outcomes[.served]) / Double(outcomes.total) : 0
    }
  }

  /// In order of time.
  package let columns: [Column]

  /// The rows of a replication, merged so that there are at most `limit`.
  package init(_ rows: [TimelineRow], atMost limit: Int) {
    let size = max(1, (rows.count + limit - 1) / limit)
    columns = stride(from: 0, to: rows.count, by: size).map { start in
      Self.merged(rows[start..<min(start + size, rows.count)])
    }
  }

  private static func merged(_ rows: ArraySlice<TimelineRow>) -> Column {
    var column = Column()
    for row in rows {
      let seconds = row.length.seconds
      column.seconds += seconds
      column.users += row.users * seconds
      column.offered += row.offered
      column.outcomes = column.outcomes + row.outcomes
      column.starting += row.starting * seconds
      column.ready += row.ready * seconds
      column.draining += row.draining * seconds
      column.busy += (row.utilization ?? 0) * (row.ready + row.draining) * seconds
      column.waiting = row.waiting
    }
    guard column.seconds > 0 else { return column }
    column.users /= column.seconds
    column.starting /= column.seconds
    column.ready /= column.seconds
    column.draining /= column.seconds
    column.busy /= column.seconds
    return column
  }
}
