/// What a calibration is of, and what its YAML says of where it comes from.
package struct CalibrationHead: Hashable, Sendable {
  /// The file or files as they were named.
  package var file: String
  /// What was recognised, such as `curve, layout batch,latency_ms`.
  package var about: String
  /// Who vouches, for `source:`.
  package var source: String
  /// The day of the calibration, `YYYY-MM-DD`, for `calibrated:`.
  package var date: String
  /// What the reader should know before trusting the fit, one sentence each.
  package var warnings: [String]

  /// A head.
  package init(
    file: String, about: String, source: String, date: String, warnings: [String] = []
  ) {
    self.file = file
    self.about = about
    self.source = source
    self.date = date
    self.warnings = warnings
  }

  /// The first line of the screen.
  func title(_ style: Style) -> String {
    style.paint("headroom calibrate", .bold) + "  \(file)  (\(about))"
  }

  /// The warnings as the screen has them.
  func warningLines(_ style: Style, adding more: [String] = []) -> [String] {
    (warnings + more).flatMap { warning in
      TextLayout.wrap("! " + warning, width: style.width, indent: "  ")
        .map { style.paint($0, .doubt) }
    }
  }

  /// The two keys that say where a figure comes from.
  var voucher: [String] {
    ["source: \(CalibrationText.quoted(source))", "calibrated: \(date)"]
  }
}
