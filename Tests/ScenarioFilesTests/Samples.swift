import Capacity
import ScenarioFiles

/// A small scenario that is right, to be made wrong in one place.
enum Sample {
  static let text = """
    headroom: 1
    name: sample
    clock: {measure: 1d, warm_up: 1h}
    demand:
      calls:
        sessions: {concurrent: 5}
        duration: 10min
        stream: {rate: 8fps}
        network: {round_trip: {shifted_lognormal: {shift: 20ms, median: 8ms, sigma: 0.9}}}
        deadline: 200ms
    models:
      light: {on: {T4: {batch: {1: 10ms, 2: 18ms}}}, memory: 2GB}
    instances:
      box: {gpu: T4, gpu_memory: 16GB, on_demand: $0.40/h}
    architectures:
      fixed:
        serve: {model: light, routing: sticky_least_streams}
        pools: {main: {instance: box, count: 2}}
      scaled:
        like: fixed
        pools: {main: {min: 1, max: 4}}
        autoscaler: {pool: main, hpa: {metric: gpu_utilization, target: 70%}}
    objectives: {p95_latency: <= 150ms}
    """

  /// The scenario with `old` replaced by `new`; `old` must be there.
  static func replacing(_ old: String, _ new: String) -> String {
    let parts = text.split(separator: old, omittingEmptySubsequences: false)
    precondition(parts.count > 1, "the sample does not hold \(old)")
    return parts[0] + new + parts[1...].joined(separator: old)
  }

  /// The scenario with a line added after the line that starts with `start`.
  static func adding(_ line: String, after start: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { known in
      known.hasPrefix(start) ? known + "\n" + line : String(known)
    }.joined(separator: "\n")
  }
}

/// What reading a text comes to.
struct Reading {
  var scenario: Scenario?
  var diagnostics: Diagnostics?

  init(_ text: String, overrides: [String] = [], files: [String: String] = [:]) {
    self.init(bytes: Array(text.utf8), overrides: overrides, files: files)
  }

  init(bytes: [UInt8], overrides: [String] = [], files: [String: String] = [:]) {
    let reader = ScenarioReader { (path: String) throws(FileProblem) -> [UInt8] in
      guard let text = files[path] else { throw .notFound }
      return Array(text.utf8)
    }
    do {
      scenario = try reader.read(
        bytes: bytes, path: "s/a.yaml", overrides: overrides.map { Override($0) })
    } catch {
      diagnostics = error
    }
  }

  /// `slug line:column+length` of each problem.
  var spots: [String] {
    diagnostics?.all.map {
      "\($0.problem.slug) \($0.place.line):\($0.place.column)+\($0.place.length)"
    } ?? []
  }

  /// The first problem as people read it.
  var text: String { diagnostics?.all.first?.text ?? "" }

  /// One line for each problem.
  var concise: String { diagnostics?.concise ?? "" }
}
