import Statistics

extension ArrivalCalibration {
  /// `sessions:` for a population.
  package var yaml: String {
    var lines = ["# \(head.voucher.joined(separator: ", "))", "sessions:", "  rate: \(rateText)"]
    if let day = shape.day { lines += CalibrationText.indented(Self.dayLines(day), by: 2) }
    if let bursts = shape.bursts { lines.append("  \(Self.line(bursts))") }
    return lines.joined(separator: "\n") + "\n"
  }

  private var rateText: String {
    shape.rate >= 0.1
      ? CalibrationText.number(shape.rate) + "/s"
      : CalibrationText.number(shape.rate * 3_600) + "/h"
  }

  /// The cosines where they say enough, else the 24 values.
  private static func dayLines(_ day: DailyShape) -> [String] {
    let total = day.harmonics.reduce(0) { $0 + $1.amplitude }
    guard day.explained.both >= enough, total <= 1 else { return profile(day) }
    let waves = day.harmonics.map { wave in
      let order = wave.order == 1 ? "" : "order: \(wave.order), "
      let amplitude = CalibrationText.percent(wave.amplitude)
      return "{\(order)amplitude: \(amplitude), peak_at: \"\(clock(wave.peakSeconds))\"}"
    }
    return ["harmonics: [\(waves.joined(separator: ", "))]"]
  }

  private static func profile(_ day: DailyShape) -> [String] {
    let values = day.hourly.map { RoundedFigure.decimal($0, place: -3) }
    return [
      "profile: [\(values.prefix(12).joined(separator: ", ")),",
      "          \(values.suffix(12).joined(separator: ", "))]",
    ]
  }

  /// Scenarios refuse bursts that leave less than nothing between them, so a height that rounding
  /// would lift beyond that is lowered.
  private static func line(_ bursts: BurstFit) -> String {
    let on = max(bursts.on, 1e-3)
    let off = max(bursts.off, 1e-3)
    let height = min(bursts.height, 0.999 * (on + off) / on)
    return "bursts: {height: \(CalibrationText.number(height))x, on: \(CalibrationText.time(on)), "
      + "off: \(CalibrationText.time(off))}"
  }
}
