public import ArgumentParser
import Reports
public import ScenarioFiles
package import Statistics

extension MeasurementKind: ExpressibleByArgument {}
extension CurveForm: ExpressibleByArgument {}

/// Which files of measurements, and what they are about.
struct CalibrationInput: ParsableArguments {
  @Argument(help: "The CSV file; several are joined, for curves.")
  var files: [String]

  @Option(help: ArgumentHelp("What it holds; default: as its header says.", valueName: "what"))
  var kind: MeasurementKind?

  @Option(help: ArgumentHelp("Problems in full, or a line each.", valueName: "how"))
  var errors: ScenarioOptions.ErrorStyle = .text

  /// The files, each with its header.
  func read() throws -> [MeasurementFile] {
    let read = try files.map { try MeasurementFile(path: $0) }
    if read.count > 1, try read[0].kind(asked: kind) != .curve {
      throw Exit(Exit.couldNotStart, "error[arguments]: several files are for curves only\n")
    }
    return read
  }
}

/// Which curve of a file, and how it is fitted.
struct CurveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The GPU, where the file has several or none.", valueName: "name"))
  var gpu: String?

  @Option(
    help: ArgumentHelp("The model, where the file has several or none.", valueName: "name"))
  var model: String?

  @Option(
    help: ArgumentHelp("The precision, where there are several or none.", valueName: "name"))
  var precision: String?

  @Option(
    name: .customLong("input"),
    help: ArgumentHelp("The input, where the file has several.", valueName: "name"))
  var modelInput: String?

  @Option(
    help: ArgumentHelp("Batch sizes of perf_analyzer's files, in order.", valueName: "1,4,8"))
  var batch: String?

  @Option(help: ArgumentHelp("Not the closest.", valueName: "form"))
  var form: CurveForm?

  @Flag(help: "Fit rows that contradict themselves, too.")
  var keepInconsistent = false

  /// What the files say of one curve.
  struct Reading {
    var timings: [BatchTiming] = []
    var layout = ""
    var subject = CurveCalibration.Subject()
    var warnings: [String] = []
    /// Who the files say measured, if they agree.
    var source: String?
  }

  func validate() throws {
    if batch != nil, batchSizes == nil {
      throw ValidationError("--batch must be whole numbers from 1 to 100000, as 1,4,8")
    }
  }

  private var batchSizes: [Int]? {
    let sizes = (batch ?? "").split(separator: ",").map { Int($0) ?? 0 }
    return sizes.allSatisfy { (1...100_000).contains($0) } && !sizes.isEmpty ? sizes : nil
  }

  /// Reads the rows of one curve out of all files.
  func read(_ files: [MeasurementFile]) throws -> Reading {
    let sizes = batchSizes ?? []
    guard sizes.isEmpty || sizes.count == files.count else {
      throw Exit(
        Exit.couldNotStart,
        "error[arguments]: --batch has \(sizes.count) sizes for \(files.count) files\n")
    }
    let wanted = [
      "gpu": gpu, "model": model, "precision": precision, "input": modelInput,
    ].compactMapValues { $0 }
    var reading = Reading()
    for (index, file) in files.enumerated() {
      let batch = sizes.isEmpty ? nil : sizes[index]
      add(try file.curve(.init(wanted, batch: batch)), file.path, to: &reading)
    }
    return reading
  }

  private func add(
    _ found: CurveMeasurements, _ path: String, to reading: inout Reading
  ) {
    reading.layout = found.layout.rawValue
    reading.subject = .init(
      model: found.identity["model"] ?? model, gpu: found.identity["gpu"] ?? gpu,
      precision: found.identity["precision"] ?? precision)
    reading.source = found.sources.count == 1 ? found.sources[0] : nil
    if found.sources.count > 1 {
      reading.warnings.append(
        "the rows come from \(found.sources.count) sources; repeats of a batch size are averaged")
    }
    let bad = found.rows.filter(\.isInconsistent)
    if !bad.isEmpty {
      let lines = bad.prefix(8).map { "\($0.line)" }.joined(separator: ", ")
      let fate = keepInconsistent ? "kept, as asked" : "left out; --keep-inconsistent fits them too"
      reading.warnings.append(
        "throughput times latency is not the batch size within 10% in \(bad.count) of "
          + "\(found.rows.count) rows of \(path) (line \(lines)\(bad.count > 8 ? ", …" : "")): "
          + "\(fate)")
    }
    if found.fromThroughput > 0 {
      reading.warnings.append(
        "no latency in \(found.fromThroughput) of \(found.rows.count) rows: batch size over throughput instead"
      )
    }
    if found.concurrent > 0 {
      reading.warnings.append(
        "rows of higher concurrency left out, \(found.concurrent) in all: there batches share the "
          + "GPU or are joined")
    }
    reading.timings += found.rows.filter { keepInconsistent || !$0.isInconsistent }
      .map { BatchTiming(batch: $0.batch, seconds: $0.seconds, copies: $0.copies) }
  }
}
