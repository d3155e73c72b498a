import Kernel

/// The runs of one case.
struct Measurements {
  let name: String
  let unit: String
  /// Nanoseconds for each item, run by run.
  private(set) var costs: [Double] = []

  init(_ name: String, unit: String) {
    self.name = name
    self.unit = unit
  }

  mutating func add(items: Int, seconds: Double) {
    precondition(items > 0, "a run that does something")
    costs.append(seconds * 1e9 / Double(items))
  }

  /// The fastest run's nanoseconds for an item: what the code costs when nobody interferes.
  var best: Double { costs.min() ?? .nan }

  /// The middle run's, the upper of two.
  var median: Double { costs.isEmpty ? .nan : costs.sorted()[costs.count / 2] }

  /// The columns of `row`.
  static let heading =
    left("case", 16) + right("M/s", 9) + right("ns/item", 9) + right("median", 9)
    + right("to ref.", 9) + "  item"

  /// A line of the table; the ratio is of the best runs' times, above 1 slower.
  func row(reference: Measurements) -> String {
    Self.left(name, 16) + Self.number(1e3 / best) + Self.number(best) + Self.number(median)
      + Self.number(best / reference.best) + "  " + unit
  }

  /// A number with two decimals.
  static func decimal(_ value: Double) -> String {
    let hundredths = Elementary.nearestInteger(value * 100)
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  private static func number(_ value: Double) -> String { right(decimal(value), 9) }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
