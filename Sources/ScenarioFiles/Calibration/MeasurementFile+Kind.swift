extension MeasurementFile {
  /// What the header says that the file is about, or nil when it does not say.
  package var kind: MeasurementKind? {
    if curveLayout != nil { return .curve }
    if has("t_seconds", "count") || has("arrival_s") { return .arrivals }
    return Self.lengthKinds.first { !Set($0.names).isDisjoint(with: columns) }?.kind
  }

  /// The kind, or the layouts that there are.
  package func kind(asked: MeasurementKind?) throws(Diagnostics) -> MeasurementKind {
    guard let kind = asked ?? kind else { throw fault(.unknownLayout(nil, columns: columns)) }
    return kind
  }

  /// The names that columns of lengths of time go by.
  static let lengthKinds: [(kind: MeasurementKind, names: [String])] = [
    (.sessions, ["duration_s", "session_s", "session_duration_s"]),
    (.coldStart, ["cold_start_s", "start_s", "boot_s", "load_s", "image_s", "warm_up_s"]),
    (.spot, ["up_time_s", "uptime_s", "up_s", "lifetime_s"]),
  ]

  /// How the columns of a curve are called.
  var curveLayout: CurveMeasurements.Layout? {
    if has("Inferences/Second", "Server Compute Infer") { return .perfAnalyzer }
    if has("concurrent_partitions", "batch", "latency_ms") { return .partitions }
    if has("batch", "latency_ms_mean") { return .table }
    if has("batch", "latency_ms") { return .own }
    return nil
  }
}
