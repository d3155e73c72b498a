extension Problem {
  /// The stable names of problems, one for all that have the same remedy.
  public enum Slug: String, Hashable, Sendable, CaseIterable {
    case file
    case encoding
    case range
    case tab
    case nesting
    case syntax
    case alias
    case duplicateKey = "duplicate-key"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case type
    case unit
    case number
    case name
    case unknownName = "unknown-name"
    case unknownMetric = "unknown-metric"
    case version
    case contradiction
    case noCurve = "no-curve"
    case precision
    case memory
    case deadline
    case routing
    case like
    case traceFile = "trace-file"
    case traceRow = "trace-row"
    case measurements
  }
}
