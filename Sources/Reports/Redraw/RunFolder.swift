public import Capacity
import Experiments
import Kernel
import Simulation

/// The files of a finished run, from which its page is drawn again without simulating anything.
public struct RunFolder {
  private let manifest: RunManifest
  private let version: String
  private let read: (String) -> [UInt8]?

  /// Reads the manifest; `read` gives the bytes of a file by its name, or nil where there is none.
  ///
  /// Files of another version are refused: they may mean something else.
  public init(version: String, read: @escaping (String) -> [UInt8]?) throws(RunProblem) {
    guard let bytes = read(RunManifest.file) else {
      throw RunProblem(RunManifest.file, "there is no manifest here, so no finished run")
    }
    manifest = try RunManifest.read(bytes, version: version)
    self.version = version
    self.read = read
  }

  /// The scenario file as it was when it ran.
  public var scenarioText: String { manifest.scenarioText }
  /// What was changed in it from the command line.
  public var overrides: [String] { manifest.overrides }
  /// The bytes of a file that the scenario names, or nil where the run knew none.
  public func input(_ path: String) -> [UInt8]? {
    manifest.inputs.first { $0.path == path }.map { Array($0.text.utf8) }
  }

  /// What `scenario_text` failing to be a scenario means.
  public func problem(ofScenario text: String) -> RunProblem {
    RunProblem(RunManifest.file, "`scenario_text` is no scenario of this version: \(text)")
  }

  /// The report as the run had it; `scenario` is what `scenarioText` says.
  public func report(of scenario: Scenario) throws(RunProblem) -> Report {
    var scenario = scenario
    var chosen: [Architecture] = []
    for name in manifest.architectures {
      guard let found = scenario.architectures.first(where: { $0.name == name }),
        !chosen.contains(where: { $0.name == name })
      else {
        throw RunProblem(
          RunManifest.file, "`architectures` has `\(name)`, which the scenario has not, or twice")
      }
      chosen.append(found)
    }
    guard !chosen.isEmpty else { throw RunProblem(RunManifest.file, "`architectures` is empty") }
    scenario.architectures = chosen
    scenario.replications = Int(manifest.replicationsAsked.value)
    var results = RunResults(scenario, replications: Int(manifest.replications.value))
    for table in RunResults.tables {
      guard let bytes = read(table.rawValue) else {
        throw RunProblem(table.rawValue, "the file is missing or cannot be read")
      }
      try results.take(table, bytes)
    }
    var comparison = Comparison(
      scenario: scenario, results: try results.checked(), isPartial: manifest.partial,
      replications: Int(manifest.replications.value))
    comparison.suggestedWarmUp = manifest.suggestedWarmUp.map {
      SimDuration(nanoseconds: Elementary.nearestInteger($0.value * 1e9))
    }
    comparison.precision = try manifest.outcome()
    return Report(
      comparison: comparison, scenarioText: manifest.scenarioText,
      inputs: manifest.inputs.map { ScenarioInput(path: $0.path, text: $0.text) },
      overrides: manifest.overrides, version: version)
  }
}
