import Capacity
public import Experiments
import Foundation

/// Why a file is not a baseline that can be used.
public struct BaselineProblem: Error, Hashable, Sendable {
  /// What is wrong, and where in the file.
  public let text: String
}

/// The baseline as its file has it, before it is looked at.
struct BaselineFile: Decodable {
  static let kind = "headroom-baseline"

  struct Figure: Decodable {
    var metric: String
    var unit: String
    var values: [FiniteNumber?]
  }

  struct Design: Decodable {
    var name: String
    var figures: [Figure]
  }

  var headroom: String
  var scenario: String
  var seed: WholeNumber
  var replications: WholeNumber
  var demandDigest: String
  var clockDigest: String
  var architectures: [Design]

  enum CodingKeys: String, CodingKey {
    case headroom, scenario, seed, replications, architectures
    case demandDigest = "demand_digest"
    case clockDigest = "clock_digest"
  }

  /// What tells that it is a baseline, and of which layout.
  struct Label: Decodable {
    var schema: WholeNumber
    var kind: String?
  }
}

extension Baseline {
  /// Reads what `json()` wrote.
  public static func read(_ bytes: [UInt8]) throws(BaselineProblem) -> Baseline {
    let content = Data(bytes)
    let label = try decode(BaselineFile.Label.self, content)
    guard label.kind == BaselineFile.kind else {
      let found = label.kind.map { "is `\($0)`" } ?? "is missing"
      throw BaselineProblem(text: "`kind` \(found), expected `\(BaselineFile.kind)`")
    }
    guard label.schema.value == 1 else {
      throw BaselineProblem(text: "`schema` is \(label.schema.value), this version reads 1")
    }
    let file = try decode(BaselineFile.self, content)
    guard (1...1_000_000_000).contains(file.replications.value) else {
      throw BaselineProblem(
        text: "`replications` is \(file.replications.value), expected 1 to 1,000,000,000")
    }
    let replications = Int(file.replications.value)
    var designs: [Design] = []
    for (index, design) in file.architectures.enumerated() {
      if designs.contains(where: { $0.name == design.name }) {
        throw BaselineProblem(text: "`architectures[\(index)]`: `\(design.name)` is there twice")
      }
      let path = "architectures[\(index)]"
      designs.append(
        Design(
          name: design.name,
          figures: try figures(design.figures, count: replications, path: path)))
    }
    let origin = BaselineOrigin(
      scenario: file.scenario, version: file.headroom, seed: file.seed.value,
      replications: replications, demandDigest: file.demandDigest,
      clockDigest: file.clockDigest)
    return Baseline(origin: origin, designs: designs)
  }

  private static func figures(
    _ entries: [BaselineFile.Figure], count: Int, path: String
  ) throws(BaselineProblem) -> [Figure] {
    var figures: [Figure] = []
    for (index, entry) in entries.enumerated() {
      let path = "\(path).figures[\(index)]"
      guard let metric = Metric(rawValue: entry.metric) else {
        throw BaselineProblem(text: "`\(path).metric` is `\(entry.metric)`, which is no metric")
      }
      guard entry.unit == metric.unit.rawValue else {
        throw BaselineProblem(
          text: "`\(path).unit` is `\(entry.unit)`, expected `\(metric.unit.rawValue)`")
      }
      guard entry.values.count == count else {
        throw BaselineProblem(
          text: "`\(path).values` has \(entry.values.count), expected one for each of the "
            + "\(count) replications")
      }
      guard !figures.contains(where: { $0.metric == metric }) else {
        throw BaselineProblem(text: "`\(path)`: `\(entry.metric)` is there twice")
      }
      figures.append(Figure(metric: metric, values: entry.values.map { $0?.value }))
    }
    return figures
  }

  private static func decode<File: Decodable>(
    _ type: File.Type, _ content: Data
  ) throws(BaselineProblem) -> File {
    do {
      return try JSONDecoder().decode(type, from: content)
    } catch let error as DecodingError {
      throw BaselineProblem(text: error.words ?? JSONSyntax.words(content))
    } catch {
      throw BaselineProblem(text: JSONSyntax.words(content))
    }
  }
}

/// A number from 0 up that has no fraction, and says so when it is something else.
struct WholeNumber: Decodable {
  var value: UInt64

  init(from decoder: any Decoder) throws {
    do {
      value = try decoder.singleValueContainer().decode(UInt64.self)
    } catch {
      throw DecodingError.typeMismatch(
        UInt64.self, .init(codingPath: decoder.codingPath, debugDescription: ""))
    }
  }
}

/// A number that a `Double` can hold, and says so when it is something else.
struct FiniteNumber: Decodable {
  var value: Double

  init(from decoder: any Decoder) throws {
    let found = try? decoder.singleValueContainer().decode(Double.self)
    guard let found, found.isFinite else {
      throw DecodingError.typeMismatch(
        Double.self, .init(codingPath: decoder.codingPath, debugDescription: ""))
    }
    value = found
  }
}

/// Where a text stops being JSON.
enum JSONSyntax {
  static func words(_ content: Data) -> String {
    guard !content.isEmpty else { return "it is empty" }
    do {
      _ = try JSONSerialization.jsonObject(with: content, options: .fragmentsAllowed)
      return "it is JSON of another shape"
    } catch {
      let found = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String ?? ""
      // The parser says "… around character 16.": the only number there is.
      let digits = found.split { !$0.isNumber }.last.flatMap { Int($0) }
      guard let digits else { return "it is not JSON" }
      let before = content.prefix(digits)
      let line = before.filter { $0 == UInt8(ascii: "\n") }.count + 1
      return "it stops being JSON in line \(line)"
    }
  }
}

extension DecodingError {
  /// What is wrong, and where; nil when the text is no JSON.
  var words: String? {
    switch self {
    case .keyNotFound(let key, let context):
      return "`\(Self.path(context.codingPath + [key]))` is missing"
    case .typeMismatch(let type, let context):
      let place = Self.path(context.codingPath)
      return "\(place.isEmpty ? "it" : "`\(place)`") is not \(Self.words(for: type))"
    case .valueNotFound(let type, let context):
      return "`\(Self.path(context.codingPath))` is null, expected \(Self.words(for: type))"
    case .dataCorrupted: return nil
    @unknown default: return nil
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.reduce("") { path, key in
      if let index = key.intValue { return "\(path)[\(index)]" }
      return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
    }
  }

  private static func words(for type: any Any.Type) -> String {
    if type == String.self { return "a text" }
    if type == Double.self || type == FiniteNumber.self { return "a number" }
    if type == UInt64.self || type == WholeNumber.self { return "a whole number from 0 up" }
    return "\(type)".hasPrefix("Array") ? "a list" : "an object"
  }
}
