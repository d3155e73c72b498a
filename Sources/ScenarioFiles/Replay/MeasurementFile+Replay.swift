public import Autoscaling
public import Kernel

/// Observations of a pool, as they stand in a file: what `headroom replay` plays to a policy.
public struct ReplayMeasurements: Sendable {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// When, from the first row.
    public var time: SimTime
    /// Replicas asked for.
    public var replicas: Int
    /// Replicas that served; `replicas` where the file does not say.
    public var ready: Int
    /// The metrics in the order of `metrics`; nil where the field is empty.
    public var values: [Double?]
  }

  /// The metrics that the file has columns for.
  public var metrics: [PoolMetric]
  /// At least two, by ascending time.
  public var rows: [Row]
  /// The first row's seconds since 1970-01-01T00:00Z, when its time is such.
  public var epoch: Double?
}

extension MeasurementFile {
  /// Times of at least this many seconds count from 1970: 2001 and later.
  private static let firstEpoch = 1e9

  /// The observations: `t_seconds,replicas`, optionally `ready`, and a column for each metric.
  package func replay() throws(Diagnostics) -> ReplayMeasurements {
    for needed in ["t_seconds", "replicas"] where !columns.contains(needed) {
      throw fault(.notObservations(columns: columns))
    }
    let metrics = PoolMetric.allCases.filter { columns.contains($0.rawValue) }
    guard !metrics.isEmpty else { throw fault(.notObservations(columns: columns)) }
    var table = table
    var rows: [ReplayMeasurements.Row] = []
    var first: Double?
    var last: Double?
    while let row = table.next() {
      guard let at = table.seconds(row, "t_seconds", atLeast: 0, atMost: 1e10) else { continue }
      if let last, at <= last {
        table.add(
          .notAscending(column: "t_seconds", text: "\(at)", before: "\(last)"), row, "t_seconds")
        continue
      }
      last = at
      let start = first ?? at
      first = start
      if let read = table.observation(row, metrics, at: at - start) { rows.append(read) }
    }
    try check(table)
    guard rows.count > 1 else { throw fault(.tooFew(found: rows.count, needed: 2, of: "rows")) }
    let epoch = first.flatMap { $0 >= Self.firstEpoch ? $0 : nil }
    return ReplayMeasurements(metrics: metrics, rows: rows, epoch: epoch)
  }
}

extension CSVTable {
  /// A row's replicas and metrics, or nil with a fault.
  fileprivate mutating func observation(
    _ row: Row, _ metrics: [PoolMetric], at seconds: Double
  ) -> ReplayMeasurements.Row? {
    let replicas = whole(row, "replicas", in: 0...100_000)
    let ready = columns.contains("ready") ? whole(row, "ready", in: 0...100_000) : replicas
    let values = metrics.map { level(row, $0) }
    guard let replicas, let ready else { return nil }
    return .init(
      time: .zero + SimDuration(seconds: seconds), replicas: replicas, ready: ready,
      values: values)
  }

  /// A metric's value, or nil when the field is empty or, with a fault, is no such value.
  private mutating func level(_ row: Row, _ metric: PoolMetric) -> Double? {
    let column = metric.rawValue
    guard let text = field(row, column), !text.isEmpty else { return nil }
    let most = metric == .gpuUtilization ? 1.0 : 1e12
    if let value = Self.number(text), (0...most).contains(value) { return value }
    let expected =
      metric == .gpuUtilization ? "a share from 0 to 1, not a percentage" : "a number from 0 up"
    add(.value(column: column, text: text, expected: expected), row, column)
    return nil
  }
}
