import ArgumentParser
import Autoscaling
import Capacity
import Experiments
import Foundation
import Reports
import ScenarioFiles

/// Plays observations of a real pool to policies.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Play recorded metrics to autoscaling policies: what would they have decided, when?",
    discussion: """
      headroom replay policies.yaml observed.csv
      headroom replay policies.yaml observed.csv --follow
      headroom replay scenarios/taxi-day.yaml observed.csv

      The CSV has t_seconds, replicas, perhaps ready, and a column for each metric: docs/replay.md
      """)

  @OptionGroup var options: ScenarioOptions

  @Argument(
    help: "The CSV of observations.", completion: .file(extensions: ["csv"]))
  var observations: String

  @Flag(
    help: ArgumentHelp(
      "Let each policy have the replicas that it asked for itself, instead of those recorded."))
  var follow = false

  @Option(name: .shortAndLong, help: "The directory; default notebooks-out/<name>.replay.")
  var out: String?

  @Flag(help: "Write no files.")
  var noFiles = false

  @Flag(name: .shortAndLong, help: "Print the answer sentence only.")
  var quiet = false

  @Option(help: "auto, always or never.")
  var color: ColorChoice = .auto

  func run() throws {
    let (plan, observed) = try read()
    let report = try report(plan, observed)
    let directory = noFiles ? nil : out ?? "notebooks-out/\(plan.name).replay"
    if let directory {
      do {
        try ReplayFiles.write(report, to: directory)
      } catch {
        throw Exit(
          Exit.couldNotStart, "error[output]: cannot write to \(directory): \(error)\n")
      }
    }
    Console.output(
      quiet ? report.answer + "\n" : report.screen(Console.style(color: color), files: directory))
  }

  private func read() throws -> (ReplayPlan, ObservedPool) {
    do {
      let file = try MeasurementFile(path: observations)
      let read = try file.replay()
      let plan = try ScenarioReader().readReplayPlan(
        path: options.file, overrides: options.overrides.map { Override($0) },
        epoch: read.epoch)
      let readings = read.rows.map { row in
        ObservedPool.Reading(
          time: row.time, replicas: row.replicas, ready: row.ready, values: row.values)
      }
      return (plan, ObservedPool(metrics: read.metrics, readings: readings))
    } catch {
      if Console.environment("GITHUB_ACTIONS") == "true" { Console.error(error.annotations) }
      throw Exit(
        Exit.couldNotStart, options.errors == .concise ? error.concise : error.description)
    }
  }

  private func report(
    _ plan: ReplayPlan, _ observed: ObservedPool
  ) throws -> ReplayReport {
    let mode = follow ? Replay.Mode.follow : .shadow
    let candidates = try plan.candidates.map { candidate in
      let limits = Replay.Limits(min: candidate.min, max: candidate.max, start: candidate.start)
      guard
        let replay = Replay(observed, through: candidate.scaler, limits: limits, mode: mode)
      else {
        let missing = candidate.scaler.metrics.filter { !observed.metrics.contains($0) }
        throw Exit(
          Exit.couldNotStart,
          "error[measurements]: \(candidate.name) watches \(missing[0].rawValue), which the file "
            + "does not have\n  \(observations):1\n  help: add a column `\(missing[0].rawValue)`"
            + "; it has \(observed.metrics.map(\.rawValue).joined(separator: ", "))\n")
      }
      return ReplayReport.Candidate(
        name: candidate.name, scaler: candidate.scaler, steps: replay.steps())
    }
    return ReplayReport(
      path: observations, observed: observed, mode: mode, clock: plan.clock,
      candidates: candidates)
  }
}
