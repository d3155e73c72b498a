/// Latencies in a few classes: blue up to a limit, amber and red beyond it.
package struct HeatScale {
  /// One class: all values up to `upper` that no class before has.
  package struct Step {
    /// Milliseconds; infinite for the last.
    package var upper: Double
    /// What the legend says.
    package var label: String
    /// The class of its cells.
    var style: String
  }

  /// From the least up.
  package let steps: [Step]
  /// Whether the classes are parts of the limit, rather than of the highest value.
  let isByLimit: Bool

  /// Classes for values up to `highest`. Far below the limit the classes are parts of the highest
  /// value: else all would be one colour.
  package init(highest: Double, limit: Double) {
    isByLimit = highest * 4 > limit && limit > 0
    let whole = isByLimit ? limit : Self.round(highest)
    var steps = [
      Step(upper: whole / 4, label: "", style: "fpale"),
      Step(upper: whole / 2, label: "", style: "fmid"),
      Step(upper: whole, label: "", style: "fcap"),
    ]
    if highest > whole { steps.append(Step(upper: whole * 2, label: "", style: "fwait")) }
    if highest > whole * 2 {
      steps.append(Step(upper: .infinity, label: "> \(Self.text(whole * 2))", style: "fbad"))
    }
    for index in steps.indices where steps[index].label.isEmpty {
      steps[index].label = "≤ \(Self.text(steps[index].upper))"
    }
    self.steps = steps
  }

  /// The class of a value.
  package func step(of value: Double) -> Int {
    steps.firstIndex { value <= $0.upper } ?? steps.count - 1
  }

  private static func text(_ value: Double) -> String {
    RoundedFigure.brief(value, halfWidth: nil)
  }

  /// The next of 1, 2, 4 and 8 times a power of ten.
  private static func round(_ value: Double) -> Double {
    guard value > 0 else { return 1 }
    // By multiplication, which is exact where powers through logarithms are not.
    let exponent = RoundedFigure.exponent(value)
    let power = (0..<exponent.magnitude).reduce(1.0) { power, _ in power * 10 }
    return [1, 2, 4, 8, 10].map { exponent < 0 ? $0 / power : $0 * power }
      .first { $0 >= value } ?? value
  }
}
