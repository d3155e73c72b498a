import ArgumentParser
import Foundation
import Reports
import ScenarioFiles
import Statistics

/// Turns measurements into figures of a scenario.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fit measurements from a CSV, print the YAML to paste.",
    discussion: """
      headroom calibrate bench.csv --gpu T4 --precision fp16
      headroom calibrate b1.csv b4.csv b8.csv --batch 1,4,8     perf_analyzer's files
      headroom calibrate calls.csv --kind sessions --column length_s
      headroom calibrate boots.csv --kind cold-start --stage load
      headroom calibrate lives.csv --kind spot
      headroom calibrate requests.csv --kind arrivals --begins 14:30

      Layouts and methods: docs/calibration.md
      """)

  @OptionGroup var input: CalibrationInput
  @OptionGroup var curve: CurveOptions

  @Option(help: ArgumentHelp("The column, where there are several.", valueName: "name"))
  var column: String?

  @Option(help: ArgumentHelp("Of a cold start.", valueName: "which"))
  var stage: Stage = .boot

  @Option(help: ArgumentHelp("Time of day of the first arrival.", valueName: "hh:mm"))
  var begins: String = "00:00"

  @Option(help: ArgumentHelp("Who measured; default: the file's name.", valueName: "who"))
  var source: String?

  @Option(help: ArgumentHelp("When, as 2026-08-30; default: today.", valueName: "day"))
  var date: String?

  @Flag(help: "Print the YAML only.")
  var yaml = false

  @Option(help: ArgumentHelp(valueName: "when"))
  var color: ColorChoice = .auto

  enum Stage: String, ExpressibleByArgument, CaseIterable {
    case boot, image, load
    case warmUp = "warm_up"
  }

  func validate() throws {
    if startOfDay == nil { throw ValidationError("--begins must be a time of day, as 14:30") }
    if let date, date.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/) == nil {
      throw ValidationError("--date must be a day, as 2026-08-30")
    }
  }

  func run() throws {
    do {
      let files = try input.read()
      switch try files[0].kind(asked: input.kind) {
      case .curve: try calibrateCurve(files)
      case .arrivals: try calibrateArrivals(files[0])
      case let kind: try calibrateLengths(files[0], kind)
      }
    } catch let problems as Diagnostics {
      if Console.environment("GITHUB_ACTIONS") == "true" { Console.error(problems.annotations) }
      throw Exit(
        Exit.couldNotStart, input.errors == .concise ? problems.concise : problems.description)
    }
  }

  private func calibrateCurve(_ files: [MeasurementFile]) throws {
    let read = try curve.read(files)
    let timings = BatchTimings(read.timings)
    guard let comparison = CurveComparison(timings.points) else {
      throw files[0].tooFewPoints(timings.points.count)
    }
    if let form = curve.form, !comparison.fits.contains(where: { $0.model.form == form }) {
      throw Exit(
        Exit.couldNotStart,
        "error[measurements]: \(comparison.points.count) batch sizes are too few for "
          + "\(form.rawValue)\n")
    }
    let calibration = CurveCalibration(
      head: head("curve, layout \(read.layout)", read.warnings, read.source),
      comparison: comparison,
      timings: timings, subject: read.subject, form: curve.form)
    show(calibration.yaml, read.warnings, calibration.text)
  }

  private func calibrateLengths(_ file: MeasurementFile, _ kind: MeasurementKind) throws {
    let read = try file.lengths(kind, column: column)
    let sample = DurationSample(
      read.rows.map { .init(seconds: $0.seconds, isCensored: $0.isCensored) })
    guard let comparison = DurationComparison(sample) else {
      throw file.tooFewLengths(ended: sample.ended)
    }
    let place: LengthCalibration.Place =
      switch kind {
      case .coldStart: .coldStart(stage: stage.rawValue)
      case .spot: .spot
      default: .sessions
      }
    let calibration = LengthCalibration(
      head: head("\(kind.rawValue), column \(read.column)"), comparison: comparison, place: place)
    show(calibration.yaml, [], calibration.text)
  }

  private func calibrateArrivals(_ file: MeasurementFile) throws {
    let start = startOfDay ?? 0
    let found: (shape: ArrivalShape?, about: String, count: Int)
    switch try file.arrivals(column: column) {
    case .counts(let counts, let step):
      found = (
        ArrivalShape(counts: counts, step: step, startOfDay: start),
        "\(counts.count) intervals", counts.count
      )
    case .instants(let instants):
      found = (
        ArrivalShape(instants: instants, startOfDay: start + (instants.first ?? 0)),
        "\(instants.count) instants", instants.count
      )
    }
    guard let shape = found.shape else { throw file.tooFewArrivals(found.count) }
    let calibration = ArrivalCalibration(head: head("arrivals, \(found.about)"), shape: shape)
    show(calibration.yaml, [], calibration.text)
  }

  /// Warnings that a screen would show go to standard error where there is none.
  private func show(_ yaml: String, _ warnings: [String], _ text: (Style) -> String) {
    guard self.yaml else { return Console.output(text(Console.style(color: color))) }
    for warning in warnings { Console.error("! \(warning)\n") }
    Console.output(yaml)
  }

  private func head(
    _ about: String, _ warnings: [String] = [], _ found: String? = nil
  ) -> CalibrationHead {
    let names = input.files.map { ($0 as NSString).lastPathComponent }
    return CalibrationHead(
      file: names.joined(separator: " "), about: about,
      source: source ?? found ?? names.joined(separator: ", "), date: date ?? Self.today,
      warnings: warnings)
  }

  private static var today: String {
    Date().formatted(.iso8601.year().month().day())
  }

  /// Seconds from midnight of `--begins`, or nil when it is no time of day.
  private var startOfDay: Double? {
    guard let match = begins.wholeMatch(of: /(\d{1,2}):(\d{2})/), let hour = Int(match.1),
      let minute = Int(match.2), hour < 24, minute < 60
    else { return nil }
    return Double(hour * 3_600 + minute * 60)
  }
}
