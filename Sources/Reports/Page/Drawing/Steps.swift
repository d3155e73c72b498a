/// Values of equal columns as the data of a path, one unit a column, in steps.
enum Steps {
  /// The outline of the steps; `scale` gives pixels from the top.
  static func line(_ values: [Double], _ scale: (Double) -> Double) -> String {
    guard let first = values.first else { return "" }
    var y = tenths(scale(first))
    var text = "M0 \(plain(y))"
    var run = 0
    for value in values {
      let next = tenths(scale(value))
      if next != y {
        text += "h\(run)v\(plain(next - y))"
        run = 0
        y = next
      }
      run += 1
    }
    return text + "h\(run)"
  }

  /// The area between two outlines, where the upper is above the lower.
  static func area(
    _ upper: [Double], over lower: [Double], _ scale: (Double) -> Double
  ) -> String {
    var text = ""
    var start: Int?
    for column in 0...upper.count {
      let isOpen =
        column < upper.count && tenths(scale(upper[column])) < tenths(scale(lower[column]))
      if isOpen, start == nil { start = column }
      if !isOpen, let first = start {
        text += piece(upper, lower, first..<column, scale)
        start = nil
      }
    }
    return text
  }

  private static func piece(
    _ upper: [Double], _ lower: [Double], _ columns: Range<Int>, _ scale: (Double) -> Double
  ) -> String {
    var y = tenths(scale(upper[columns.lowerBound]))
    var text = "M\(columns.lowerBound) \(plain(y))"
    func move(to value: Double, after run: inout Int) {
      let next = tenths(scale(value))
      guard next != y else { return }
      if run != 0 { text += "h\(run)" }
      text += "v\(plain(next - y))"
      run = 0
      y = next
    }
    var run = 0
    for column in columns {
      move(to: upper[column], after: &run)
      run += 1
    }
    for column in columns.reversed() {
      move(to: lower[column], after: &run)
      run -= 1
    }
    return text + "h\(run)z"
  }

  private static func tenths(_ value: Double) -> Int { Int((value * 10).rounded()) }

  private static func plain(_ tenths: Int) -> String {
    let sign = tenths < 0 ? "-" : ""
    let whole = tenths.magnitude / 10
    let rest = tenths.magnitude % 10
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}
