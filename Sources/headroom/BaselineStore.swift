import Capacity
import Experiments
import Foundation
import Reports
import ScenarioFiles

/// Where the baselines of a call are: one file for one scenario, a directory of files called
/// `<scenario>.json` for several or when there is such a directory.
struct BaselineStore {
  private let scenarios: [Scenario]
  /// One for each scenario, or none without an option.
  let paths: [String]

  init(_ option: String?, of scenarios: [Scenario]) {
    self.scenarios = scenarios
    guard let option else {
      paths = []
      return
    }
    var isDirectory = ObjCBool(false)
    let exists = unsafe FileManager.default.fileExists(
      atPath: option, isDirectory: &isDirectory)
    let isFolder = scenarios.count > 1 || (exists && isDirectory.boolValue)
    var folder = option
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    paths = scenarios.map { isFolder ? "\(folder)/\($0.name).json" : option }
  }

  /// All baselines in the order of the scenarios, or nil without an option.
  func readAll() throws -> [Baseline]? {
    guard !paths.isEmpty else { return nil }
    return try zip(paths, scenarios).map { path, scenario in
      let baseline = try read(path)
      guard baseline.origin.scenario == scenario.name else {
        throw Exit(
          Exit.couldNotStart,
          "error[baseline]: this is a baseline of `\(baseline.origin.scenario)`, and the scenario "
            + "is `\(scenario.name)`\n  \(path)\n  note: figures of two scenarios say nothing "
            + "about a regression\n")
      }
      return baseline
    }
  }

  private func read(_ path: String) throws -> Baseline {
    let bytes: [UInt8]
    do {
      bytes = try LocalFile.read(path: path)
    } catch {
      let what = error == .notFound ? "there is no baseline here" : "the baseline cannot be read"
      throw Exit(
        Exit.couldNotStart,
        "error[baseline]: \(what)\n  \(path)\n  help: record one with --save-baseline\n")
    }
    do {
      return try Baseline.read(bytes)
    } catch {
      throw Exit(
        Exit.couldNotStart,
        "error[baseline]: this file is not a baseline: \(error.text)\n  \(path)\n"
          + "  help: record it again with --save-baseline\n")
    }
  }
}
