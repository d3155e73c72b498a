import Autoscaling

extension MeasurementFault {
  var words: ProblemWords {
    switch self {
    case .unreadable(let problem): .init("the file of measurements \(problem.words)")
    case .empty: .init("the file is empty")
    case .noRows: .init("the file has a header and no rows")
    case .tooManyRows(let limit): .init("the file has more than \(limit) rows")
    case .noColumn(let column, let columns):
      .init(
        "the file has no column `\(column)`",
        remedy: Problem.suggestion(for: column, among: columns))
    case .unknownLayout(let kind, let columns): Self.unknownLayout(kind, columns)
    case .notObservations(let columns):
      .init(
        "the columns \(Self.quoted(columns)) are no observations of a pool",
        help: "a replay needs `t_seconds`, `replicas` and one or more of\n    "
          + PoolMetric.allCases.map(\.rawValue).joined(separator: ", "))
    case .notObserved(let metric, let policies, let columns):
      .init(
        "the file has no column `\(metric)`, which \(Self.watchers(policies))",
        remedy: Problem.suggestion(for: metric, among: columns))
    case .tooFewRows(let found, let needed):
      .init("a replay needs \(needed) rows, and the file has \(found)")
    case .unclearColumn(let choices):
      .init(
        "several columns could hold the lengths of time",
        remedy: "say one with --column: " + choices.prefix(8).joined(separator: ", "))
    case .several, .noSuchRow: choiceWords
    case .noBatch:
      .init(
        "perf_analyzer does not write the batch size into its file",
        remedy: "say it with --batch",
        help: "one file for each batch size: headroom calibrate b1.csv b4.csv --batch 1,4")
    case .tooFew(let found, let needed, let what):
      .init("a fit needs \(needed) \(what), and \(found == 0 ? "there is none" : "has \(found)")")
    case .allAlike: .init("everything measured is the same, so there is nothing to fit")
    }
  }

  private static func watchers(_ policies: [String]) -> String {
    let rest = policies.count > 3 ? " and \(policies.count - 3) more" : ""
    let names = policies.prefix(3).map { "`\($0)`" }.joined(separator: ", ") + rest
    return policies.count == 1 ? "\(names) watches" : "\(names) watch"
  }

  private var choiceWords: ProblemWords {
    switch self {
    case .several(let flag, let choices):
      .init(
        "the rows have several values of `\(flag)`",
        remedy: "say one with --\(flag): " + Self.list(choices))
    case .noSuchRow(let flag, let text, let choices):
      .init(
        "no row has \"\(text)\" in `\(flag)`",
        remedy: Problem.suggestion(for: text, among: choices))
    default: .init("")
    }
  }

  private static func list(_ choices: [String]) -> String {
    let quoted = choices.prefix(8).map { $0.contains(" ") ? "\"\($0)\"" : $0 }
    let rest = choices.count > 8 ? ", and \(choices.count - 8) more" : ""
    return quoted.joined(separator: ", ") + rest
  }

  private static func unknownLayout(
    _ kind: MeasurementKind?, _ columns: [String]
  ) -> ProblemWords {
    let what = kind.map { "no layout known for \($0.rawValue)" } ?? "no known layout"
    return .init("the columns \(quoted(columns)) are \(what)", help: layouts(kind))
  }

  private static func quoted(_ columns: [String]) -> String {
    let found = columns.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return found + (columns.count > 8 ? ", and \(columns.count - 8) more" : "")
  }

  /// The layouts that would do, one line each.
  private static func layouts(_ kind: MeasurementKind?) -> String {
    let curves = [
      "curve: batch,latency_ms", "curve: perf_analyzer's own (Concurrency,Inferences/Second,…)",
      "curve: batch,throughput_per_s,latency_ms_mean",
      "curve: concurrent_partitions,batch,latency_ms",
    ]
    let lengths = ["sessions, cold-start, spot: a column of seconds, with --kind and --column"]
    let arrivals = ["arrivals: t_seconds,count", "arrivals: arrival_s"]
    let lines =
      switch kind {
      case .curve: curves
      case .sessions, .coldStart, .spot: lengths
      case .arrivals: arrivals
      case nil: curves + lengths + arrivals
      }
    return "known layouts are\n    " + lines.joined(separator: "\n    ")
  }
}
