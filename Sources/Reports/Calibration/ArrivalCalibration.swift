package import Statistics

/// Calibrated arrivals on the screen and in YAML.
package struct ArrivalCalibration: Sendable {
  let head: CalibrationHead
  let shape: ArrivalShape

  /// The share of the profile's variance from which on the two cosines stand for it.
  static let enough = 0.9

  /// A calibration.
  package init(head: CalibrationHead, shape: ArrivalShape) {
    self.head = head
    self.shape = shape
  }

  /// The screen.
  package func text(style: Style) -> String {
    var lines = [head.title(style), ""]
    let facts = [
      ("rate", rate), ("peak", peak), ("gaps", gaps), ("waves", waves), ("bursts", bursts),
    ]
    for (name, fact) in facts {
      guard let fact else { continue }
      lines += Self.fact(name, fact, style)
    }
    if let day = shape.day { lines += Self.fact("day", Self.picture(day, style), style) }
    lines += [""] + head.warningLines(style, adding: ownWarnings)
    lines += [style.paint("# paste into the scenario, beneath a population", .dim)]
    return CalibrationText.screen(lines, yaml: yaml, style)
  }

  private static func fact(_ name: String, _ text: String, _ style: Style) -> [String] {
    TextLayout.wrap(text, width: style.width - 8).enumerated().map { index, line in
      TextLayout.left(index == 0 ? name : "", 8) + line
    }
  }

  private var rate: String? {
    let span = CalibrationText.time(shape.span)
    return "\(CalibrationText.number(shape.rate))/s: \(Words.grouped(shape.total)) in \(span)"
  }

  private var peak: String? {
    "\(Self.two(shape.peakToMean)) times the mean, in windows of "
      + CalibrationText.time(shape.peakWindow)
  }

  private var gaps: String? {
    shape.gapVariation.map { "vary by \(Self.two($0)) of their mean (Poisson: 1)" }
  }

  private var waves: String? {
    guard let day = shape.day else { return nil }
    let parts = day.harmonics.map { wave in
      "\(CalibrationText.percent(wave.amplitude)) at \(Self.clock(wave.peakSeconds))"
        + (wave.order == 1 ? "" : " and twelve hours later")
    }
    return parts.joined(separator: ", ")
      + ": \(CalibrationText.percent(day.explained.first)) of the "
      + "hourly profile's variance by the first, \(CalibrationText.percent(day.explained.both)) by both"
  }

  private var bursts: String? {
    guard !shape.dispersions.isEmpty else { return nil }
    let parts = shape.dispersions.map {
      "\(Self.two($0.index)) in windows of \(CalibrationText.time($0.window))"
    }
    return "index of dispersion \(parts.joined(separator: ", ")) (Poisson: 1)"
      + (shape.bursts == nil ? ": no bursts needed" : "")
  }

  /// The hours as bars, hour 0 first.
  private static func picture(_ day: DailyShape, _ style: Style) -> String {
    let most = day.hourly.max() ?? 1
    let bars = style.bars
    let line = String(
      day.hourly.map { bars[min(bars.count - 1, Int(($0 / most * 8).rounded(.up)))] })
    let least = day.hourly.min() ?? 0
    return "\(line)  \(Self.two(least)) to \(Self.two(most)) of the mean, hour 0 first"
  }

  private var ownWarnings: [String] {
    var found: [String] = []
    if shape.day == nil {
      found.append("shorter than a day: nothing is known of the shape of a day")
    }
    if let bursts = shape.bursts, bursts.on > 3_600 {
      found.append(
        "the level swings over hours, as weekdays and holidays make it: `weekdays:` or the trace "
          + "itself may say it better than `bursts:`")
    }
    return found
  }

  static func two(_ value: Double) -> String { RoundedFigure.decimal(value, place: -2) }

  /// A time of day to the minute.
  static func clock(_ seconds: Double) -> String {
    let minutes = Int((seconds / 60).rounded()) % 1_440
    let text = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
    return text(minutes / 60) + ":" + text(minutes % 60)
  }
}
