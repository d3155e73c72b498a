import Statistics

extension CurveCalibration {
  /// The forms beside each other, and the least-squares line that shows what R² is worth.
  func table(_ style: Style) -> [String] {
    let rows = comparison.fits + [comparison.leastSquares]
    let names = comparison.fits.map { fit in
      (mark: fit == self.fit ? style.winner : "", name: fit.model.form.rawValue)
    }
    let ends = rows.map { Self.figures($0.model) }
    let table = ScreenTable(
      names: names + [("", "least squares")], nameHead: "form",
      columns: [
        Self.column("left out", rows.map(\.leaveOneOut)),
        Self.column("mean off", rows.map(\.meanError)),
        Self.column("worst", rows.map(\.worst.error)),
        .init(upper: "", lower: "batch", cells: rows.map { .init(value: "\($0.worst.batch)") }),
        .init(upper: "", lower: "R²", cells: rows.map { .init(value: Self.rSquared($0)) }),
      ],
      ends: ends, endHeads: ("", "figures"), endWidth: ends.map(\.count).max() ?? 0)
    return table.heads.filter { !$0.isEmpty } + table.rows
  }

  private static func column(_ head: String, _ shares: [Double?]) -> ScreenTable.Column {
    .init(
      upper: "", lower: head,
      cells: shares.map { share in
        guard let share else { return .init(value: "-") }
        return .init(value: CalibrationText.percentDigits(share), suffix: "%")
      })
  }

  private static func figures(_ model: CurveModel) -> String {
    switch model {
    case .affine(let base, let perItem): "\(ms(base)) + \(ms(perItem))·b"
    case .smoothMax(let floor, let perItem, let sharpness):
      "\(ms(floor)) or \(ms(perItem))·b, p \(RoundedFigure.decimal(sharpness, place: -2))"
    case .table(let points): "\(points.count) points"
    }
  }

  /// Milliseconds to the nanosecond, so that a zero with a rounding error is a zero.
  private static func ms(_ seconds: Double) -> String {
    RoundedFigure.brief((seconds * 1e9).rounded() / 1e6, halfWidth: nil) + " ms"
  }
}
