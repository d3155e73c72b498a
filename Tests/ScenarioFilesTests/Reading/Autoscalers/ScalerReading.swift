import Autoscaling
import Capacity
import Kernel
import ScenarioFiles
import Testing

/// A scenario with pools to scale, and what is read of its `autoscaler:`.
///
/// `main` has 1 to 9 replicas that take 90 s to start, `side` 0 to 5, `fixed` always 2. The clock
/// starts on a Tuesday at 06:00.
struct ScalerReading {
  let reading: Reading

  /// Reads the scenario with the text as the value of `autoscaler:`, in flow style; it stands on
  /// line 25 from column 17 on.
  init(_ autoscaler: String) { reading = Reading(Self.text(autoscaler)) }

  /// As with a policy over `main`: the policy stands from column 30 on.
  init(policy: String) { self.init("{pool: main, \(policy)}") }

  /// Reads the scenario with a block of YAML from `autoscaler:` on.
  init(block: String) {
    let lines = block.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    reading = Reading(Self.text("BLOCK").replacing("    autoscaler: BLOCK", with: lines))
  }

  private static func text(_ autoscaler: String) -> String {
    Sample.replacing(
      "clock: {measure: 1d, warm_up: 1h}",
      "clock: {start: 2026-03-03T06:00, measure: 1d, warm_up: 1h}"
    ).replacing(
      "    pools: {main: {min: 1, max: 4}}",
      with: """
            pools:
              main: {min: 1, max: 9, start: {boot: 90s}}
              side: {instance: box, min: 0, max: 5, price: $0.2/h}
              fixed: {instance: box, count: 2}
        """
    ).replacing(
      "{pool: main, hpa: {metric: gpu_utilization, target: 70%}}", with: autoscaler)
  }

  /// `slug column+length` of each problem, with its line where that is not the autoscaler's.
  var spots: [String] {
    reading.diagnostics?.all.map { found in
      let line = found.place.line == 25 ? "" : "\(found.place.line):"
      return "\(found.problem.slug) \(line)\(found.place.column)+\(found.place.length)"
    } ?? []
  }

  /// The sentences of the problems.
  var words: String { reading.concise }

  private var architecture: Architecture? { reading.scenario?.architectures.last }
  /// The first autoscaler.
  var scaler: PoolAutoscaler? { architecture?.autoscalers.first }
  /// All of them.
  var scalers: [PoolAutoscaler] { architecture?.autoscalers ?? [] }
  var clairvoyants: [ClairvoyantScaling] { architecture?.clairvoyants ?? [] }
  var mixes: [MixScaling] { architecture?.mixes ?? [] }
}

/// The value of `autoscaler:` with `«` and `»` around what is told to be wrong; without them it is
/// told at the key itself.
struct WrongScaler: CustomTestStringConvertible, Sendable {
  let slugs: [String]
  let marked: String

  init(_ slugs: String, _ marked: String) {
    self.slugs = slugs.split(separator: " ").map(String.init)
    self.marked = marked
  }

  var testDescription: String { marked }
  /// The text without its marks.
  var text: String { marked.filter { $0 != "«" && $0 != "»" } }
  /// What `ScalerReading.spots` should be.
  var spots: [String] {
    var column = 17
    var starts: [Int] = []
    var marks: [(start: Int, length: Int)] = []
    for character in marked {
      switch character {
      case "«": starts.append(column)
      case "»":
        let start = starts.removeLast()
        marks.append((start, column - start))
      default: column += 1
      }
    }
    if marks.isEmpty { return slugs.map { "\($0) 5+10" } }
    return zip(slugs, marks).map { "\($0) \($1.start)+\($1.length)" }
  }
}
