extension Problem.NumberFault {
  func words(field: String, text: String) -> ProblemWords {
    switch self {
    case .colon:
      .init(
        "`\(field)` is \"\(text)\", which is a time of day or a length of time, not a number",
        remedy: "write 90s or 1h30min, or quote a time of day")
    case .leadingZero:
      .init("`\(field)` is \"\(text)\", a number with a zero in front", remedy: "drop the zero")
    case .notFinite: .init("`\(field)` is \"\(text)\", which is too large to be counted")
    case .notNumber: .init("`\(field)` is \"\(text)\", which is not a number")
    }
  }
}

extension FileProblem {
  /// What follows the file's name.
  var words: String {
    switch self {
    case .notFound: "does not exist"
    case .isFolder: "is a folder"
    case .notReadable: "cannot be read"
    case .tooLarge(let limit): "has more than \(limit) bytes"
    }
  }
}

extension Problem.TraceFault {
  var words: ProblemWords {
    switch self {
    case .unreadable(let name, let problem):
      .init("the file \"\(name)\" \(problem.words)", help: "paths are relative to the scenario")
    case .empty(let name): .init("\"\(name)\" has no rows")
    case .tooFewRows(let name): .init("\"\(name)\" needs two rows or more to know its interval")
    case .noColumn(let column, let file, let columns):
      .init(
        "\"\(file)\" has no column `\(column)`",
        remedy: Problem.suggestion(for: column, among: columns))
    case .short(let covers, let needed):
      .init("the trace covers \(covers), and \(needed) are measured")
    case .noneMeasured: .init("no arrival of the trace falls within the measured span")
    case .tooManyRows(let limit): .init("the file has more than \(limit) rows")
    }
  }
}

extension Problem.RowFault {
  func words(alike: [Int]) -> ProblemWords {
    let rows = alike.count == 1 ? "1 row" : "\(alike.count) rows"
    let more = alike.isEmpty ? "" : "and \(rows) like it (\(Self.ranges(alike)))"
    switch self {
    case .missing(let column): return .init("the row has no `\(column)`", remedy: more)
    case .value(let column, let text, let expected):
      return .init("`\(column)` is \"\(text)\", expected \(expected)", remedy: more)
    case .notAscending(let column, let text, let before):
      return .init(
        "`\(column)` is \(text), which does not come after \(before)", remedy: more)
    case .unequalStep(let column, let step, let first):
      return .init(
        "`\(column)` moves by \(step), and by \(first) in the first rows", remedy: more)
    }
  }

  /// Line numbers with runs drawn together, the first five of them.
  private static func ranges(_ lines: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for line in lines {
      if let last = runs.last, last.upperBound + 1 == line {
        runs[runs.count - 1] = last.lowerBound...line
      } else {
        runs.append(line...line)
      }
    }
    let texts = runs.prefix(5).map { run in
      run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound)-\(run.upperBound)"
    }
    return texts.joined(separator: ", ") + (runs.count > 5 ? ", …" : "")
  }
}

extension Quantity {
  /// What it is, with its article.
  var noun: String {
    switch self {
    case .time: "a time"
    case .share: "a share"
    case .frameRate: "a frame rate"
    case .rate: "a rate"
    case .price: "a price"
    case .size: "an amount of data"
    case .bandwidth: "a bandwidth"
    case .factor: "a factor"
    case .energy: "an energy"
    }
  }

  /// How a number without its unit is to be written.
  func remedy(for digits: String) -> String {
    switch self {
    // Three digits and more are rarely meant as seconds.
    case .time:
      digits.count > 2 ? "write \(digits)ms or \(digits)s" : "write \(digits)s or \(digits)min"
    case .share: "write \(digits)%"
    case .frameRate: "write \(digits)fps"
    case .rate: "write \(digits)/s or \(digits)/h"
    case .price: "write $0.526/h"
    case .size: "write \(digits)MB or \(digits)GB"
    case .bandwidth: "write \(digits)Mbps or \(digits)Gbps"
    case .factor: "write \(digits)x"
    case .energy: "write \(digits)J or \(digits)mJ"
    }
  }
}
