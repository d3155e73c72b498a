package import Autoscaling
import Capacity
import Kernel

extension MeasurementFile {
  /// Times of at least this many seconds count from 1970: 2001 and later.
  private static let firstEpoch = 1e9

  /// The observations: `t_seconds,replicas`, optionally `ready`, and a column for each metric.
  package func replay() throws(Diagnostics) -> ReplayMeasurements {
    let metrics = PoolMetric.allCases.filter { columns.contains($0.rawValue) }
    guard has("t_seconds", "replicas"), !metrics.isEmpty else {
      throw fault(.notObservations(columns: columns))
    }
    var table = table
    var rows: [ReplayMeasurements.Row] = []
    var first: Double?
    var last: (seconds: Double, text: String)?
    while let row = table.next() {
      guard let at = table.instant(row) else { continue }
      let text = table.field(row, "t_seconds") ?? ""
      if let last, at <= last.seconds {
        table.add(
          .notAscending(column: "t_seconds", text: text, before: last.text), row, "t_seconds")
        continue
      }
      last = (at, text)
      let start = first ?? at
      first = start
      if let read = table.observation(row, metrics, at: at - start) { rows.append(read) }
    }
    try check(table)
    guard rows.count > 1 else {
      throw fault(.tooFewRows(found: rows.count, needed: 2))
    }
    let epoch = first.flatMap {
      $0 >= Self.firstEpoch ? CivilTime(secondsSince1970: Int64($0)) : nil
    }
    return ReplayMeasurements(metrics: metrics, rows: rows, epoch: epoch)
  }

  /// That the file lacks a metric which policies watch.
  package func notObserved(_ metric: PoolMetric, watchedBy policies: [String]) -> Diagnostics {
    fault(.notObserved(metric.rawValue, watchedBy: policies, columns: columns))
  }
}

extension CSVTable {
  /// A row's instant in seconds, or nil with a fault.
  fileprivate mutating func instant(_ row: Row) -> Double? {
    guard let text = field(row, "t_seconds") else { return nil }
    if let seconds = Self.decimal(text), (0...1e10).contains(seconds) { return seconds }
    let isMilliseconds = Self.decimal(text).map { $0 > 1e10 } == true
    let expected =
      isMilliseconds
      ? "seconds, not milliseconds" : "seconds from 0 or from 1970 on, such as 1772438400"
    add(.value(column: "t_seconds", text: text, expected: expected), row, "t_seconds")
    return nil
  }

  /// A row's replicas and metrics, or nil with a fault.
  fileprivate mutating func observation(
    _ row: Row, _ metrics: [PoolMetric], at seconds: Double
  ) -> ReplayMeasurements.Row? {
    let replicas = replicas(row, "replicas")
    let ready = columns.contains("ready") ? self.replicas(row, "ready") : replicas
    let values = metrics.map { level(row, $0) }
    guard let replicas, let ready else { return nil }
    return .init(
      time: .zero + SimDuration(seconds: seconds), replicas: replicas, ready: ready,
      values: values)
  }

  /// A number as other programs write it, `.5` and `1e-05` included.
  private static func decimal(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }) else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// A number of replicas; `3.0` is one, since tables with gaps write whole numbers so.
  private mutating func replicas(_ row: Row, _ column: String) -> Int? {
    guard let text = field(row, column) else { return nil }
    if let value = Self.decimal(text), let count = Int(exactly: value),
      (0...100_000).contains(count)
    {
      return count
    }
    let expected = "a whole number of replicas from 0 to 100000"
    add(.value(column: column, text: text, expected: expected), row, column)
    return nil
  }

  /// A metric's value, or nil when the field is empty or, with a fault, is no such value.
  private mutating func level(_ row: Row, _ metric: PoolMetric) -> Double? {
    let column = metric.rawValue
    guard let text = field(row, column), !text.isEmpty else { return nil }
    let most = metric == .gpuUtilization ? 1.0 : 1e12
    if let value = Self.decimal(text), (0...most).contains(value) { return value }
    let expected =
      switch metric {
      case .gpuUtilization: "a share from 0 to 1, not a percentage"
      case .queueWait: "a number of seconds from 0 up"
      case .concurrency, .arrivalRate, .queueLength, .streams: "a number from 0 up"
      }
    add(.value(column: column, text: text, expected: expected), row, column)
    return nil
  }
}
