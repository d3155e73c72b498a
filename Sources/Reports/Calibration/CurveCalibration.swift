package import Statistics

/// A calibrated curve on the screen and in YAML.
package struct CurveCalibration: Sendable {
  /// What the curve is of; nil where neither the file nor a flag says.
  package struct Subject: Hashable, Sendable {
    /// The model.
    package var model: String?
    /// The GPU.
    package var gpu: String?
    /// The precision.
    package var precision: String?

    /// A subject.
    package init(model: String? = nil, gpu: String? = nil, precision: String? = nil) {
      self.model = model
      self.gpu = gpu
      self.precision = precision
    }
  }

  let head: CalibrationHead
  let comparison: CurveComparison
  let timings: BatchTimings
  let subject: Subject
  /// The form that goes into the YAML.
  let fit: CurveFit
  private let isAsked: Bool

  /// A calibration; with `form` that form goes into the YAML instead of the closest.
  package init(
    head: CalibrationHead, comparison: CurveComparison, timings: BatchTimings, subject: Subject,
    form: CurveForm? = nil
  ) {
    self.head = head
    self.comparison = comparison
    self.timings = timings
    self.subject = subject
    let asked = form.flatMap { form in comparison.fits.first { $0.model.form == form } }
    fit = asked ?? comparison.chosen
    isAsked = asked != nil
  }

  /// The screen.
  package func text(style: Style) -> String {
    var lines = [head.title(style), ""]
    lines += TextLayout.wrap(headline, width: style.width).map { style.paint($0, .bold) }
    lines += [""] + table(style) + [""]
    lines += head.warningLines(style, adding: ownWarnings)
    lines += TextLayout.wrap(range, width: style.width, indent: "  ")
    lines += ["", style.paint("# paste into the scenario", .dim)]
    return CalibrationText.screen(lines, yaml: yaml, style)
  }

  private var headline: String {
    let name = fit.model.form.rawValue
    let range = fit.model.form == .table ? "" : worstWords(fit)
    guard let error = fit.leaveOneOut else {
      return "\(name)\(isAsked ? ", as asked" : ""): \(comparison.points.count) batch sizes are "
        + "too few to leave one out and judge a form\(range)."
    }
    let lead = isAsked ? "\(name), as asked" : "\(name) predicts best"
    return "\(lead): \(CalibrationText.percent(error)) off on average at a batch size it has not "
      + "seen\(range)."
  }

  private func worstWords(_ fit: CurveFit) -> String {
    "; at worst \(CalibrationText.percent(fit.worst.error)) at those it has, "
      + "at batch \(fit.worst.batch)"
  }

  /// What the fit itself gives cause to say.
  private var ownWarnings: [String] {
    var found: [String] = []
    let line = comparison.leastSquares
    if line.rSquared >= 0.99, line.worst.error >= 0.1 {
      found.append(
        "a least-squares line has R² \(Self.rSquared(line)) and is "
          + "\(CalibrationText.percent(line.worst.error)) off at batch \(line.worst.batch): "
          + "R² sees the large batches only")
    }
    if comparison.tableFallsAtEnd {
      found.append(
        "the largest batch is faster than the one before it: scenarios refuse such a table, "
          + "so measure it again")
    }
    if fit.worst.error > 0.1 {
      found.append(
        "\(fit.model.form.rawValue) is \(CalibrationText.percent(fit.worst.error)) off at batch "
          + "\(fit.worst.batch): if your batches are that large, take --form table")
    }
    return found
  }

  private var range: String {
    let points = comparison.points
    var text =
      "measured  batch \(points[0].batch) to \(points[points.count - 1].batch), "
      + Words.count(points.count, "size")
    if let cv = timings.cv { text += "; repeats vary by cv \(CalibrationText.number(cv))" }
    if !timings.sharing.isEmpty {
      text += "; 2 to \(timings.sharing.count + 1) copies sharing the GPU"
    }
    return text
  }

  static func rSquared(_ fit: CurveFit) -> String {
    RoundedFigure.decimal(fit.rSquared, place: -5)
  }
}
