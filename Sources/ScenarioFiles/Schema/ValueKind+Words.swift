extension KeySpec {
  /// What it is, what it takes and what holds without it, in sentences.
  package var description: String {
    let takes = kind.hint.map { " Takes \($0)." } ?? ""
    let fallback = fallback.map { " Default: \($0)." } ?? ""
    return about + takes + fallback
  }
}

extension ValueKind {
  /// What is written there, in a few words for a table; sections by their id.
  package var words: String {
    switch self {
    case .quantity(let quantity, let signed):
      signed ? "\(quantity.kindName), + or -" : quantity.kindName
    case .text: "text"
    case .name: "name"
    case .flag: "`true` or `false`"
    case .whole(let range): "whole number, \(Self.words(range))"
    case .number(let range):
      range.upperBound < 1e15 ? "number, \(Self.words(range))" : "number"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: " ")
    case .pattern(_, let example): "`\(example)`"
    case .section(let id): "[\(id)](#\(id))"
    case .named(let value): "names: \(value.words)"
    case .keyed(_, let value): "mapping: \(value.words)"
    case .list(let value): "list: \(value.words)"
    case .either(let kinds): Self.either(kinds)
    case .objectives: "metrics, each `<= …` or `>= …`"
    case .nothing: "see [function-pool](#function-pool)"
    }
  }

  /// What is to be written, with an example, where the kind alone does not show it.
  fileprivate var hint: String? {
    switch self {
    case .quantity(let quantity, _): quantity.example
    case .whole(let range): "a whole number, \(Self.words(range))"
    case .number(let range) where range.upperBound < 1e15: "a number, \(Self.words(range))"
    case .pattern(_, let example): "a text such as \(example)"
    case .list(let value): value.hint.map { "a list of which each is \($0)" }
    case .either(let kinds): kinds.lazy.compactMap(\.hint).first
    default: nil
    }
  }

  /// Each kind once; the list that stands for a uniform time is left to the distributions.
  private static func either(_ kinds: [ValueKind]) -> String {
    var unique: [String] = []
    for kind in kinds {
      if case .list(.quantity(.time, _)) = kind, kinds.count > 2 { continue }
      if !unique.contains(kind.words) { unique.append(kind.words) }
    }
    return unique.joined(separator: " or ")
  }

  private static func words(_ range: ClosedRange<Int>) -> String {
    if range.upperBound == .max { return "\(range.lowerBound) or more" }
    return range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }

  private static func words(_ range: ClosedRange<Double>) -> String {
    func text(_ value: Double) -> String {
      value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }
    return "\(text(range.lowerBound)) to \(text(range.upperBound))"
  }
}

extension Quantity {
  /// What it is called in a table.
  package var kindName: String {
    switch self {
    case .frameRate: "frame rate"
    case .size: "data"
    case .time, .share, .rate, .price, .bandwidth, .factor, .energy: rawValue
    }
  }
}
