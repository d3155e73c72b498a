import Capacity
import Experiments
import Foundation
import Kernel

/// `manifest.json` as it is read again.
struct RunManifest: Decodable {
  static let file = "manifest.json"

  /// What became of the precision that was asked for.
  struct Aim: Decodable {
    var asked: FiniteNumber
    var widest: FiniteNumber?
    var metric: String
    var architecture: String
    var cap: WholeNumber

    enum CodingKeys: String, CodingKey {
      case metric, architecture, cap
      case asked = "asked_ratio"
      case widest = "widest_ratio"
    }
  }

  struct Input: Decodable {
    var path: String
    var text: String
  }

  var scenarioDigest: String
  var overrides: [String]
  var replications: WholeNumber
  var replicationsAsked: WholeNumber
  var partial: Bool
  var suggestedWarmUp: FiniteNumber?
  var precision: Aim?
  var architectures: [String]
  var scenarioText: String
  var inputs: [Input]

  enum CodingKeys: String, CodingKey {
    case overrides, replications, partial, precision, architectures, inputs
    case scenarioDigest = "scenario_digest"
    case replicationsAsked = "replications_asked"
    case suggestedWarmUp = "suggested_warm_up_s"
    case scenarioText = "scenario_text"
  }

  /// What tells which version wrote it.
  private struct Label: Decodable {
    var schema: WholeNumber
    var headroom: String
  }

  /// Reads the manifest of a run of `version`.
  static func read(_ bytes: [UInt8], version: String) throws(RunProblem) -> RunManifest {
    let content = Data(bytes)
    let label = try decode(Label.self, content)
    guard label.schema.value == 1, label.headroom == version else {
      throw RunProblem(
        file,
        "written by headroom \(label.headroom) with schema \(label.schema.value); this is "
          + "\(version), which reads its own files with schema 1")
    }
    let manifest = try decode(RunManifest.self, content)
    guard Digest.fnv1a(manifest.scenarioText) == manifest.scenarioDigest else {
      throw RunProblem(
        file, "`scenario_text` is not the text of `scenario_digest`: one of them was changed")
    }
    let most = UInt64(1_000_000_000)
    guard manifest.replications.value <= most, manifest.replicationsAsked.value <= most,
      manifest.precision.map({ $0.cap.value <= most }) ?? true,
      manifest.suggestedWarmUp.map({ (0...1e9).contains($0.value) }) ?? true
    else { throw RunProblem(file, "a figure in it is beyond a billion, or negative") }
    return manifest
  }

  /// The precision, where one was asked for.
  func outcome() throws(RunProblem) -> PrecisionOutcome? {
    guard let precision else { return nil }
    guard let metric = Metric(rawValue: precision.metric) else {
      throw RunProblem(Self.file, "`precision.metric` is `\(precision.metric)`, which is no metric")
    }
    return PrecisionOutcome(
      asked: precision.asked.value, widest: precision.widest?.value ?? .infinity, metric: metric,
      architecture: precision.architecture, cap: Int(precision.cap.value))
  }

  private static func decode<File: Decodable>(
    _ type: File.Type, _ content: Data
  ) throws(RunProblem) -> File {
    do {
      return try JSONDecoder().decode(type, from: content)
    } catch let error as DecodingError {
      throw RunProblem(file, error.words ?? JSONSyntax.words(content))
    } catch {
      throw RunProblem(file, JSONSyntax.words(content))
    }
  }
}
