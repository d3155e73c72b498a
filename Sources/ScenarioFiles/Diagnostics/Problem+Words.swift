import Capacity

/// A problem in words: the sentence, what stands beside the caret, and a line of help.
struct ProblemWords {
  var text: String
  var remedy = ""
  var help = ""

  init(_ text: String, remedy: String = "", help: String = "") {
    self.text = text
    self.remedy = remedy
    self.help = help
  }
}

extension Problem {
  /// The one place where facts become words.
  var words: ProblemWords {
    switch self {
    case .file, .notUTF8, .controlCharacter, .tooLong, .tab, .nesting, .syntax, .tag, .empty,
      .undefinedAlias, .aliasAsKey, .aliasBudget, .tooManyValues, .keyNotText, .duplicateKey:
      textWords
    case .unknownKey, .missingKey, .badName, .unknownName, .unknownMetric, .version, .likeCycle:
      nameWords
    case .type, .needsUnit, .unit, .number, .range:
      valueWords
    case .contradiction(let contradiction): contradiction.words
    case .noCurve, .precision, .memory, .deadline, .routing: senseWords
    case .trace(let fault): fault.words
    case .traceRow(let fault, let alike): fault.words(alike: alike)
    case .measurements(let fault): fault.words
    }
  }

  private var textWords: ProblemWords {
    switch self {
    case .file(let problem): .init("the scenario \(problem.words)")
    case .notUTF8(let byte): .init("byte \(byte) is not UTF-8", remedy: "save the file as UTF-8")
    case .controlCharacter(let value):
      .init(
        "the character U+\(Self.hexadecimal(value)) does not belong in a scenario",
        remedy: "take it out")
    case .tooLong(let bytes, let limit):
      .init(
        "the scenario has \(bytes) bytes, more than \(limit)",
        help: "traces belong in CSV files, named by `trace: {file: …}`")
    case .tab: .init("a tab indents the line", remedy: "indent with spaces")
    case .nesting(let limit): .init("nested deeper than \(limit) levels")
    case .syntax(let text): .init("not YAML: \(text)")
    case .tag: .init("tags such as `!!int` are not used here", remedy: "take the tag out")
    case .empty:
      .init("the file is empty", help: "headroom init NAME writes a scenario to start from")
    case .undefinedAlias(let name):
      .init(
        "nothing before this has the anchor `&\(name)`",
        remedy: "quote a text that begins with *")
    case .aliasAsKey: .init("an alias cannot be a key", remedy: "write the key out")
    case .aliasBudget(let limit):
      .init("written out, the aliases up to this one come to more than \(limit) values")
    case .tooManyValues(let limit): .init("the scenario has more than \(limit) values")
    case .keyNotText: .init("a key must be text", remedy: "write a single word")
    case .duplicateKey(let key): .init("`\(key)` is given twice", remedy: "keep one of them")
    default: .init(slug)
    }
  }

  private var nameWords: ProblemWords {
    switch self {
    case .unknownKey(let key, let what, let valid):
      .init("`\(key)` is not a key of \(what)", remedy: Self.suggestion(for: key, among: valid))
    case .missingKey(let keys, let what):
      if keys.isEmpty {
        .init("\(what) is empty", remedy: "give at least one")
      } else {
        .init("\(what) lacks \(Self.alternatives(keys))")
      }
    case .badName(let name):
      .init(
        "`\(name)` is not a name", remedy: "use a-z, 0-9, `.`, `_` and `-`, a letter or digit first"
      )
    case .unknownName(let kind, let name, let valid):
      .init(
        "`\(name)` is not the name of \(Self.article(kind)) \(kind)",
        remedy: Self.suggestion(for: name, among: valid))
    case .unknownMetric(let name):
      .init(
        "the objective measures `\(name)`, which is not a metric",
        remedy: Self.suggestion(for: name, among: Metric.allCases.map(\.rawValue)),
        help: "a limit that measures nothing would always pass, so headroom stops here")
    case .version(let found):
      .init("`headroom: \(found)` is not a version of the language", remedy: "write 1")
    case .likeCycle(let chain):
      .init("`like` comes back to itself: \(chain.joined(separator: " → "))")
    default: .init(slug)
    }
  }

  private var valueWords: ProblemWords {
    switch self {
    case .type(let field, let found, let expected):
      .init("`\(field)` is \(found), expected \(expected)")
    case .needsUnit(let field, let quantity, let digits):
      .init(
        "`\(field)` is \(quantity.noun) and needs a unit", remedy: quantity.remedy(for: digits))
    case .unit(let field, let unit, let quantity):
      .init(
        "`\(field)` is \(quantity.noun), and `\(unit)` is not a unit of it",
        remedy: "units: " + quantity.units.map(\.name).filter { $0 != "µs" }.joined(separator: " "))
    case .number(let field, let text, let fault):
      fault.words(field: field, text: text)
    case .range(let field, let text, let low, let high):
      .init("`\(field)` is \(text), expected \(Self.range(low, high))")
    default: .init(slug)
    }
  }

  private var senseWords: ProblemWords {
    switch self {
    case .noCurve(let model, let gpu, let precision, let curves):
      .init(
        "nothing says how fast \(gpu) serves `\(model)`" + (precision.map { " at \($0)" } ?? ""),
        remedy: curves.isEmpty ? "" : "curves of `\(model)`: " + curves.joined(separator: ", "),
        help: "add a curve under `on:` of the model")
    case .precision(let model, let gpu, let choices):
      .init(
        "`\(model)` has several precisions on \(gpu)",
        remedy: "say one in `serve`: " + choices.map { "`\($0)`" }.joined(separator: ", "))
    case .memory(let model, let lanes, let needed, let gpu, let available):
      .init(
        lanes == 1
          ? "`\(model)` needs \(needed) of GPU memory, a \(gpu) has \(available)"
          : "\(lanes) copies of `\(model)` need \(needed) of GPU memory, a \(gpu) has \(available)")
    case .deadline(let deadline, let network):
      .init(
        "a deadline of \(deadline) is over before the network has done its part",
        remedy: "the network alone takes at least \(network)")
    case .routing(let routing, let population):
      .init(
        "`\(routing)` keeps streams together, and `\(population)` has requests, not streams",
        remedy: "round_robin, least_outstanding, power_of_two_choices or shared_queue")
    default: .init(slug)
    }
  }

  /// `did you mean`, or the valid names, eight at most.
  static func suggestion(for name: String, among valid: [String]) -> String {
    if let near = Suggestion.nearest(to: name, among: valid) { return "did you mean `\(near)`?" }
    guard !valid.isEmpty else { return "there is none" }
    let rest = valid.count > 8 ? ", and \(valid.count - 8) more" : ""
    return "one of: " + valid.prefix(8).joined(separator: ", ") + rest
  }

  private static func alternatives(_ keys: [String]) -> String {
    let quoted = keys.map { "`\($0)`" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }

  private static func article(_ word: String) -> String {
    "aeiou".contains(word.first ?? "x") ? "an" : "a"
  }

  private static func range(_ low: String?, _ high: String?) -> String {
    switch (low, high) {
    case (let low?, let high?): "\(low) to \(high)"
    case (let low?, nil): "at least \(low)"
    case (nil, let high?): "at most \(high)"
    case (nil, nil): "less"
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
