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
    abstract: "Play recorded metrics to autoscaling policies.",
    usage: "headroom replay <policies> <observations> [--follow] [--out <out>] ...",
    discussion: """
      headroom replay policies.yaml observed.csv
      headroom replay policies.yaml observed.csv --follow
      headroom replay scenarios/taxi-day.yaml observed.csv

      The CSV has t_seconds, replicas, perhaps ready, and a column for each metric: docs/replay.md
      """)

  @Argument(
    help: "A file of policies, or a scenario with autoscalers.",
    completion: .file(extensions: ["yaml", "yml"]))
  var policies: String

  @Argument(help: "The CSV of observations.", completion: .file(extensions: ["csv"]))
  var observations: String

  @Flag(
    help: ArgumentHelp(
      "Each policy has the replicas that it asked for itself."))
  var follow = false

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Change a value, as policies.tight.hpa.target=50%.",
      valueName: "path=value"))
  var overrides: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The directory; default: notebooks-out/<name>.replay.", valueName: "dir"))
  var out: String?

  @Flag(help: "Write no files.")
  var noFiles = false

  @Flag(name: .shortAndLong, help: "Print the answer sentence only.")
  var quiet = false

  @Option(help: ArgumentHelp("Problems in full, or a line each.", valueName: "how"))
  var errors: ScenarioOptions.ErrorStyle = .text

  @Option(help: ArgumentHelp(valueName: "when"))
  var color: ColorChoice = .auto

  func validate() throws {
    if policies.hasSuffix(".csv"), !observations.hasSuffix(".csv") {
      throw ValidationError("the policies come first: headroom replay \(observations) \(policies)")
    }
  }

  func run() throws {
    let report = try report()
    let directory = noFiles ? nil : out ?? "notebooks-out/\(report.name).replay"
    if let directory {
      try Execution.checkWritable(directory)
      do {
        try ReplayFiles.write(report.report, to: directory)
      } catch {
        throw Execution.unwritable(directory)
      }
    }
    let screen = report.report.screen(Console.style(color: color), files: directory)
    Console.output(quiet ? report.report.answer + "\n" : screen)
  }

  /// Reads both files and plays one to the other, or ends with every problem on standard error.
  private func report() throws -> (report: ReplayReport, name: String) {
    do {
      let file = try MeasurementFile(path: observations)
      let read = try file.replay()
      let plan = try ScenarioReader().readReplayPlan(
        path: policies, overrides: overrides.map { Override($0) }, epoch: read.epoch)
      if let missing = Self.missing(read, plan) {
        throw file.notObserved(missing.metric, watchedBy: missing.names)
      }
      return (Self.report(plan, read, path: observations, follow ? .follow : .shadow), plan.name)
    } catch let problems as Diagnostics {
      if Console.environment("GITHUB_ACTIONS") == "true" { Console.error(problems.annotations) }
      throw Exit(
        Exit.couldNotStart, errors == .concise ? problems.concise : problems.description)
    }
  }

  /// A metric that was not observed, with all policies that watch it.
  private static func missing(
    _ read: ReplayMeasurements, _ plan: ReplayPlan
  ) -> (metric: PoolMetric, names: [String])? {
    let metric = PoolMetric.allCases.first { metric in
      !read.metrics.contains(metric)
        && plan.candidates.contains { $0.scaler.metrics.contains(metric) }
    }
    return metric.map { metric in
      (metric, plan.candidates.filter { $0.scaler.metrics.contains(metric) }.map(\.name))
    }
  }

  private static func report(
    _ plan: ReplayPlan, _ read: ReplayMeasurements, path: String, _ mode: Replay.Mode
  ) -> ReplayReport {
    let readings = read.rows.map { row in
      ObservedPool.Reading(
        time: row.time, replicas: row.replicas, ready: row.ready, values: row.values)
    }
    let observed = ObservedPool(metrics: read.metrics, readings: readings)
    let candidates = plan.candidates.map { candidate in
      let limits = Replay.Limits(min: candidate.min, max: candidate.max, start: candidate.start)
      guard
        let replay = Replay(observed, through: candidate.scaler, limits: limits, mode: mode)
      else { preconditionFailure("all metrics that policies watch were looked for") }
      return ReplayReport.Candidate(
        name: candidate.name, scaler: candidate.scaler, limits: limits,
        summary: ReplaySummary(replay))
    }
    return ReplayReport(
      path: path, observed: observed, mode: mode, start: plan.start, candidates: candidates,
      leftOut: plan.leftOut)
  }
}
