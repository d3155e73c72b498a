import Kernel
package import Statistics

/// Calibrated lengths of time on the screen and in YAML.
package struct LengthCalibration: Sendable {
  /// Where in a scenario the lengths belong.
  package enum Place: Hashable, Sendable {
    /// `duration:` of a population.
    case sessions
    /// A stage of `start:` of a pool: `boot`, `image`, `load` or `warm_up`.
    case coldStart(stage: String)
    /// `up_time:` of `spot:` of a pool.
    case spot
  }

  let head: CalibrationHead
  let comparison: DurationComparison
  let place: Place

  /// A calibration.
  package init(head: CalibrationHead, comparison: DurationComparison, place: Place) {
    self.head = head
    self.comparison = comparison
    self.place = place
  }

  /// The screen.
  package func text(style: Style) -> String {
    var lines = [head.title(style), ""]
    lines += TextLayout.wrap(headline, width: style.width).map { style.paint($0, .bold) }
    lines += [""] + table(style) + [""]
    lines += head.warningLines(style, adding: ownWarnings)
    lines += ["", style.paint("# paste into the scenario, \(destination)", .dim)]
    return CalibrationText.screen(lines, yaml: yaml, style)
  }

  private var headline: String {
    let chosen = comparison.chosen
    let open = comparison.count.all - comparison.count.ended
    let unfinished = open == 0 ? "" : ", \(Words.grouped(open)) of them unfinished"
    return
      "\(chosen.family.rawValue) is closest: at most \(Self.distance(chosen.distance)) between "
      + "its distribution function and that of \(Words.count(comparison.count.all, "length"))"
      + "\(unfinished)."
  }

  private static func distance(_ value: Double) -> String {
    RoundedFigure.decimal(value, place: -3)
  }

  private func table(_ style: Style) -> [String] {
    let fits = comparison.fits
    let ends = fits.map { Self.flow($0.distribution) }
    let table = ScreenTable(
      names: fits.map {
        (mark: $0.family == comparison.chosen.family ? style.winner : "", name: $0.family.rawValue)
      }, nameHead: "family",
      columns: [
        .init(
          upper: "", lower: "KS distance",
          cells: fits.map { .init(value: Self.distance($0.distance)) })
      ],
      ends: ends, endHeads: ("", "figures"), endWidth: ends.map(\.count).max() ?? 0)
    return table.heads.filter { !$0.isEmpty } + table.rows
  }

  private var ownWarnings: [String] {
    let (n, chance) = (comparison.count.ended, comparison.chanceDistance)
    var found: [String] = []
    if n < 30 {
      found.append("\(n) finished lengths are few: the families can hardly be told apart")
    }
    if comparison.chosen.distance > max(2 * chance, 0.05) {
      found.append(
        "none of the three fits: chance alone would give about \(Self.distance(chance)); "
          + "`empirical: {file: …, column: …}` uses the lengths themselves")
    }
    return found
  }

  private var destination: String {
    switch place {
    case .sessions: "beneath a population"
    case .coldStart, .spot: "beneath a pool"
    }
  }

  /// The lines to paste.
  package var yaml: String {
    let value = Self.flow(comparison.chosen.distribution)
    let vouched = [value] + head.voucher
    let lines =
      switch place {
      case .sessions:
        ["# \(head.voucher.joined(separator: ", "))", "duration: {\(value)}"]
      case .coldStart(let stage):
        ["start:", "  \(stage):"] + CalibrationText.indented(vouched, by: 4)
      case .spot:
        ["spot:", "  up_time:"] + CalibrationText.indented(vouched, by: 4)
      }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func flow(_ distribution: Distribution) -> String {
    switch distribution {
    case .exponential(let mean): "exponential: \(CalibrationText.time(mean))"
    case .weibull(let shape, let scale):
      "weibull: {shape: \(CalibrationText.number(shape)), scale: \(CalibrationText.time(scale))}"
    case .lognormal(let mu, let sigma, _):
      "lognormal: {median: \(CalibrationText.time(Elementary.exp(mu))), "
        + "sigma: \(CalibrationText.number(sigma))}"
    default: preconditionFailure("only the families of `DurationFit.Family` are fitted")
    }
  }
}
