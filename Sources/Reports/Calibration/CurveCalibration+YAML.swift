import Statistics

extension CurveCalibration {
  /// A model for `models:` of a scenario, with this curve.
  package var yaml: String {
    let gpu = subject.gpu ?? "GPU"
    let key = subject.precision.map { "\(gpu) \(Self.word($0))" } ?? gpu
    let note = subject.gpu == nil ? "  # its name; or run again with --gpu" : ""
    let lines =
      [
        "models:", "  \(CalibrationText.name(subject.model ?? "model")):", "    on:",
        "      \(CalibrationText.key(key)):\(note)",
      ] + CalibrationText.indented(curve, by: 8)
    return lines.joined(separator: "\n") + "\n"
  }

  /// A precision without blanks, which would end it.
  private static func word(_ text: String) -> String {
    String(text.map { $0 == " " ? "-" : $0 })
  }

  private var curve: [String] {
    let points = comparison.points
    var lines = shape + ["measured_up_to: \(points[points.count - 1].batch)"]
    if let cv = timings.cv { lines.append("cv: \(CalibrationText.number(cv))") }
    if !timings.sharing.isEmpty {
      let shares = timings.sharing.enumerated().map { index, share in
        "\(index + 2): \(CalibrationText.percent(share))"
      }
      lines.append("sharing: {\(shares.joined(separator: ", "))}")
    }
    return lines + head.voucher
  }

  private var shape: [String] {
    switch fit.model {
    case .affine(let base, let perItem):
      ["affine: {base: \(Self.time(base)), per_item: \(Self.time(perItem))}"]
    case .smoothMax(let floor, let perItem, let sharpness):
      [
        "smooth_max: {floor: \(Self.time(floor)), per_item: \(Self.time(perItem)), "
          + "sharpness: \(CalibrationText.number(sharpness))}"
      ]
    case .table(let points):
      ["batch:"] + points.map { "  \($0.batch): \(Self.time($0.seconds))" }
    }
  }

  private static func time(_ seconds: Double) -> String { CalibrationText.milliseconds(seconds) }
}
