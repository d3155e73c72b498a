import ArgumentParser
import Capacity
import Experiments

/// How precisely figures are wanted.
struct PrecisionOptions: ParsableArguments {
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Replicate until intervals are as narrow: 1%, or p99_latency=1%; default: cost and p95.",
      valueName: "share"))
  var precision: [String] = []

  @Option(help: ArgumentHelp("The most that --precision takes.", valueName: "n"))
  var maxReplications = 1_000

  func validate() throws {
    if !(5...10_000).contains(maxReplications) {
      throw ValidationError("--max-replications must be from 5 to 10000")
    }
    _ = try chosen()
  }

  /// What `--precision` asks for, or nil.
  func chosen() throws -> Precision? {
    guard !precision.isEmpty else { return nil }
    var share: Double?
    var metrics: [Metric] = []
    for text in precision {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { metrics.append(try Self.metric(named: parts[0])) }
      let value = try Self.share(parts[parts.count - 1])
      guard share == nil || share == value else {
        throw ValidationError("--precision takes one share for all figures")
      }
      share = value
    }
    guard let share else { return nil }
    return metrics.isEmpty
      ? Precision(share: share, cap: maxReplications)
      : Precision(share: share, metrics: metrics, cap: maxReplications)
  }

  private static func metric(named name: String) throws -> Metric {
    guard let metric = Metric(rawValue: name) else {
      throw ValidationError("--precision: `\(name)` is not a metric; docs/outputs.md lists them")
    }
    return metric
  }

  private static func share(_ text: String) throws -> Double {
    guard text.hasSuffix("%"), let percent = Double(text.dropLast()), percent.isFinite,
      (0.01...50).contains(percent)
    else { throw ValidationError("--precision `\(text)` must be from 0.01% to 50%") }
    return percent / 100
  }
}
