/// What is wrong with a file of measurements as a whole.
public enum MeasurementFault: Hashable, Sendable {
  /// The file cannot be read.
  case unreadable(FileProblem)
  /// There is nothing in it.
  case empty
  /// There is a header and no row.
  case noRows
  /// More rows than the limit.
  case tooManyRows(limit: Int)
  /// A column that the header lacks.
  case noColumn(String, columns: [String])
  /// A header of no known layout, or of none of the kind asked for.
  case unknownLayout(MeasurementKind?, columns: [String])
  /// No layout of observations of a pool.
  case notObservations(columns: [String])
  /// A metric that policies watch was not observed.
  case notObserved(String, watchedBy: [String], columns: [String])
  /// Fewer rows than a replay needs.
  case tooFewRows(found: Int, needed: Int)
  /// Several columns could hold the lengths of time.
  case unclearColumn(choices: [String])
  /// The rows are of several things, of which one must be chosen with the flag.
  case several(flag: String, choices: [String])
  /// No row is of what the flags ask for.
  case noSuchRow(flag: String, text: String, choices: [String])
  /// perf_analyzer does not write the batch size.
  case noBatch
  /// Fewer points than a fit needs.
  case tooFew(found: Int, needed: Int, of: String)
  /// Everything measured is the same.
  case allAlike
}

/// What a file of measurements is about.
public enum MeasurementKind: String, CaseIterable, Hashable, Sendable {
  /// The time of a batch by its size.
  case curve
  /// How long sessions last.
  case sessions
  /// How long a stage of a machine's start takes.
  case coldStart = "cold-start"
  /// How long spot machines stay.
  case spot
  /// When sessions or requests start.
  case arrivals
}
