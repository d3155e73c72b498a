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
    var values: [Double?]
  }

  struct Design: Decodable {
    var name: String
    var figures: [Figure]
  }

  var headroom: String
  var scenario: String
  var seed: UInt64
  var replications: Int
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
    var schema: Int
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
    guard label.schema == 1 else {
      throw BaselineProblem(text: "`schema` is \(label.schema), this version reads 1")
    }
    let file = try decode(BaselineFile.self, content)
    guard file.replications >= 1 else {
      throw BaselineProblem(text: "`replications` is \(file.replications), expected at least 1")
    }
    var designs: [Design] = []
    for (index, design) in file.architectures.enumerated() {
      if designs.contains(where: { $0.name == design.name }) {
        throw BaselineProblem(text: "`architectures[\(index)]`: `\(design.name)` is there twice")
      }
      let path = "architectures[\(index)]"
      designs.append(
        Design(
          name: design.name,
          figures: try figures(design.figures, count: file.replications, path: path)))
    }
    let origin = BaselineOrigin(
      scenario: file.scenario, version: file.headroom, seed: file.seed,
      replications: file.replications, demandDigest: file.demandDigest,
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
      guard entry.values.allSatisfy({ $0?.isFinite ?? true }) else {
        throw BaselineProblem(text: "`\(path).values` has a number that is not finite")
      }
      guard !figures.contains(where: { $0.metric == metric }) else {
        throw BaselineProblem(text: "`\(path)`: `\(entry.metric)` is there twice")
      }
      figures.append(Figure(metric: metric, values: entry.values))
    }
    return figures
  }

  private static func decode<File: Decodable>(
    _ type: File.Type, _ content: Data
  ) throws(BaselineProblem) -> File {
    do {
      return try JSONDecoder().decode(type, from: content)
    } catch let error as DecodingError {
      throw BaselineProblem(text: error.words)
    } catch {
      throw BaselineProblem(text: "it is not JSON")
    }
  }
}

extension DecodingError {
  /// What is wrong, and where.
  fileprivate var words: String {
    switch self {
    case .keyNotFound(let key, let context):
      return "`\(Self.path(context.codingPath + [key]))` is missing"
    case .typeMismatch(let type, let context):
      return "`\(Self.path(context.codingPath))` is not \(Self.words(for: type))"
    case .valueNotFound(let type, let context):
      return "`\(Self.path(context.codingPath))` is null, expected \(Self.words(for: type))"
    case .dataCorrupted(let context):
      let reason = (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey]
      let place = Self.path(context.codingPath)
      if !place.isEmpty { return "`\(place)`: \(context.debugDescription)" }
      return "it is not JSON" + ((reason as? String).map { ": \($0)" } ?? "")
    @unknown default: return "it is not JSON"
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.reduce("") { path, key in
      if let index = key.intValue { return "\(path)[\(index)]" }
      return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
    }
  }

  private static func words(for type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text"
    case is Double.Type: "a number"
    case is Int.Type, is UInt64.Type: "a whole number"
    case is [Any].Type: "a list"
    default: "an object"
    }
  }
}
