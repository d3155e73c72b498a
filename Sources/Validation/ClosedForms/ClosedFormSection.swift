import Capacity
import Kernel
import Statistics

/// Tables of exact values against replications of the engine.
struct ClosedFormSection {
  static let replications = 20

  /// How many intervals were made and how many hold the truth.
  private(set) var intervals = 0
  private(set) var covering = 0
  /// Figures so far off that chance is no excuse; see `strictLevel`.
  private(set) var impossible: [String] = []

  /// Wider intervals that a right engine leaves once in a million figures.
  static let strictLevel = 0.999_999

  /// One table: all cases at 20 replications each.
  mutating func table(_ cases: [ExactCase]) async throws -> String {
    let cases = cases.enumerated().map { seeded($0.element, number: $0.offset) }
    let jobs = cases.indices.flatMap { index in
      (0..<Self.replications).map { (index, $0) }
    }
    let found = try await Parallel.map(jobs) { job -> [Double?] in
      let exact = cases[job.0]
      guard let outcome = try exact.outcome(replication: job.1) else { return [] }
      return exact.truths.map { $0.measured(outcome) }
    }
    var table = MarkdownTable(
      "case", "figure", "exact", "simulated", "95% interval", "error", "covers")
    for (index, exact) in cases.enumerated() {
      let first = index * Self.replications
      let runs = found[first..<(first + Self.replications)]
      for (place, truth) in exact.truths.enumerated() {
        add(truth, of: exact, runs.compactMap { $0[place] }, to: &table)
      }
    }
    return table.text
  }

  /// Each case has luck of its own, or all would be off in the same direction.
  private func seeded(_ exact: ExactCase, number: Int) -> ExactCase {
    var exact = exact
    exact.scenario.seed = Plain.seed + UInt64(intervals * 100 + number)
    return exact
  }

  private mutating func add(
    _ truth: ExactCase.Truth, of exact: ExactCase, _ values: [Double],
    to table: inout MarkdownTable
  ) {
    precondition(values.count == Self.replications, "every replication has every figure")
    guard let interval = StudentInterval(values), let half = interval.halfWidth,
      let wide = StudentInterval(values, level: Self.strictLevel)?.halfWidth
    else { return }
    let distance = max(0, (interval.mean - truth.value).magnitude - truth.uncertainty)
    intervals += 1
    if distance <= half { covering += 1 }
    if distance > wide { impossible.append("\(exact.name): \(truth.name)") }
    let digits = truth.digits
    table.add(
      exact.name, truth.name, Figure.fixed(truth.value, digits),
      Figure.fixed(interval.mean, digits),
      Figure.fixed(interval.mean - half, digits) + " to "
        + Figure.fixed(interval.mean + half, digits),
      Figure.percent(interval.mean / truth.value - 1, 2), distance <= half ? "yes" : "no")
  }
}
