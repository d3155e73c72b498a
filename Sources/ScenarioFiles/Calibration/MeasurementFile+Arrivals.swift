import Kernel

/// Measured arrivals, as they stand in a file.
package enum ArrivalMeasurements: Sendable {
  /// Counts of consecutive intervals of `step` seconds.
  case counts([Int], step: Double)
  /// Instants in seconds, ascending.
  case instants([Double])
}

extension MeasurementFile {
  /// The arrivals: `t_seconds,count` at equal steps, or instants in `arrival_s` or the column that
  /// is named.
  package func arrivals(column: String? = nil) throws(Diagnostics) -> ArrivalMeasurements {
    if let column {
      guard columns.contains(column) else { throw fault(.noColumn(column, columns: columns)) }
      return try instants(column)
    }
    if has("t_seconds", "count") { return try counts() }
    guard has("arrival_s") else { throw fault(.unknownLayout(.arrivals, columns: columns)) }
    return try instants("arrival_s")
  }

  private func instants(_ column: String) throws(Diagnostics) -> ArrivalMeasurements {
    var table = table
    var instants: [Double] = []
    while let row = table.next() {
      let least = -ScenarioWalk.longest.seconds
      guard let at = table.seconds(row, column, atLeast: least) else { continue }
      if let last = instants.last, at < last {
        table.add(Self.notAscending(column, at, last), row, column)
      } else {
        instants.append(at)
      }
    }
    try check(table)
    return .instants(instants)
  }

  private func counts() throws(Diagnostics) -> ArrivalMeasurements {
    let (time, count) = ("t_seconds", "count")
    var table = table
    var counts: [Int] = []
    var last: Double?
    var step: Double?
    while let row = table.next() {
      guard let at = table.seconds(row, time, atLeast: 0), let number = table.count(row, count)
      else { continue }
      if let last {
        let gap = at - last
        let first = step ?? gap
        step = first
        // Times with few decimals may be off by their rounding.
        if gap <= 0 {
          table.add(Self.notAscending(time, at, last), row, time)
        } else if (gap - first).magnitude > max(first * 1e-6, 1e-6) {
          table.add(
            .unequalStep(column: time, step: Self.words(gap), first: Self.words(first)), row, time)
        }
      }
      last = at
      counts.append(number)
    }
    try check(table)
    guard let step else {
      throw fault(.tooFew(found: counts.count, needed: 2, of: "intervals"))
    }
    return .counts(counts, step: step)
  }

  private static func notAscending(
    _ column: String, _ at: Double, _ last: Double
  ) -> Problem.RowFault {
    .notAscending(column: column, text: words(at), before: words(last))
  }

  private static func words(_ seconds: Double) -> String {
    ScenarioWalk.words(SimDuration(seconds: seconds))
  }
}
