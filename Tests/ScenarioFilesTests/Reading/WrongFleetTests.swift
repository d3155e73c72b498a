import ScenarioFiles
import Testing

/// Mistakes about fleets and money: each is told with its slug, at the words that are wrong.
@Suite struct WrongFleetTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    /// `slug: words that the place points at`.
    let told: String
    init(_ old: String, _ new: String, _ told: String) {
      (self.old, self.new, self.told) = (old, new, told)
    }
    var testDescription: String { "\(old) → \(new)" }
  }

  /// `slug: words` of each problem.
  static func told(_ reading: Reading) -> [String] {
    (reading.diagnostics?.all ?? []).map { diagnostic in
      let place = diagnostic.place
      let words = place.lineText.dropFirst(place.column - 1).prefix(place.length)
      return "\(diagnostic.problem.slug): \(words)"
    }
  }

  /// The sample with a machine of one's own, one with slices and a market.
  static let sample = Sample.replacing(
    "architectures:\n",
    """
      own: {gpu: T4, gpu_memory: 16GB, monthly: $200/month}
      big: {gpu: A100, gpu_memory: 40GB, on_demand: $4/h}
    markets:
      m:
        zones:
          a: {up_time: 3h, down_time: 10min, price: $0.16/h}
    architectures:

    """)

  private static let pool = "{instance: box, count: 2}"
  private static let zone = "{up_time: 3h, down_time: 10min, price: $0.16/h}"
  private static let reserved = "{reserved: {pool: main, count: 4, term: 1y, price: $0.3/h}}"

  /// More keys of the first architecture.
  private static func more(_ line: String, _ told: String) -> Case {
    Case("\(pool)}\n", "\(pool)}\n    \(line)\n", told)
  }

  private static func keys(_ keys: String, _ told: String) -> Case {
    Case(pool, "{instance: box, count: 2, \(keys)}", told)
  }

  private static func own(_ keys: String, _ told: String) -> Case {
    Case(pool, "{instance: own, count: 2, \(keys)}", told)
  }

  private static func function(
    _ keys: String, more: String = "", _ told: String
  ) -> Case {
    Case(
      "serve: {model: light, routing: sticky_least_streams}\n    pools: {main: \(pool)}",
      "serve: {model: light}\n    pools: {main: {instance: box, function: {\(keys)}\(more)}}", told)
  }

  static let commitments = [
    more(
      "commitments: [{reserved: {pool: main, count: 4, price: $0.3/h}}]", "missing-key: reserved"),
    more(
      "commitments: [{savings_plan: {hourly: $2, discount: 40%}}]", "missing-key: savings_plan"),
    more(
      "commitments: [{reserved: {pool: side, count: 4, term: 1y, price: $1/h}}]",
      "unknown-name: side"),
    more("commitments: [{reserved: {pool: main, count: -4, term: 1y, price: $1/h}}]", "range: -4"),
    more("commitments: [{reserved: {pool: main, count: 1.5, term: 1y, price: $1/h}}]", "type: 1.5"),
    more("commitments: [{reserved: {pool: main, count: 1, term: 1y}}]", "missing-key: reserved"),
    more(
      "commitments: [{reserved: {pool: main, count: 1, term: 1y, price: $-1/h}}]", "range: $-1/h"),
    more(
      "commitments: [{reserved: {pool: main, count: 100000, term: 1y, price: $1000/h}}]",
      "range: 100000"),
    more(
      "commitments: [{savings_plan: {hourly: $1000000000, term: 1y, discount: 40%}}]",
      "range: $1000000000"),
    more("commitments: {reserved: 1}", "type: {reserved: 1}"),
    Case(
      pool + "}",
      "{instance: box, count: 2, spot: {up_time: 1h, price: $0.1/h}}}\n    commitments: [\(reserved)]",
      "contradiction: main"),
    Case(
      pool + "}", "{instance: own, count: 2}}\n    commitments: [\(reserved)]",
      "contradiction: main"),
    Case(
      pool + "}",
      "{instance: own, count: 2}}\n"
        + "    commitments: [{savings_plan: {hourly: $2, term: 1y, discount: 40%}}]",
      "contradiction: savings_plan"),
  ]

  static let markets = [
    Case(zone, "{down_time: 10min, price: $1/h}", "missing-key: a"),
    Case(zone, "{up_time: 0s, down_time: 10min, price: $1/h}", "range: 0s"),
    Case(zone, "{up_time: 1h, down_time: 0s, price: $1/h}", "range: 0s"),
    Case(zone, "{up_time: 1h, down_time: 1s, price: $-1/h}", "range: $-1/h"),
    Case(zone, "{up_time: 1h, down_time: 1s, price: cheap}", "unit: cheap"),
    Case(zone, "{up_time: 1h, down_time: 1s, notice: -1s}", "range: -1s"),
    Case(zone, "{up_time: 1h, down_time: 1s, reclaim: {whole: 150%}}", "range: 150%"),
    Case("    zones:\n      a: \(zone)\n", "    zones: {}\n", "missing-key: zones"),
    Case("    zones:\n      a: \(zone)\n", "    shocks: measured\n", "missing-key: m"),
    Case("    zones:\n", "    shocks: {every: 0s, reach: 1}\n    zones:\n", "range: 0s"),
    Case("    zones:\n", "    shocks: {every: 1h, reach: 2}\n    zones:\n", "range: 2"),
    keys("spot: {market: m, zones: []}", "type: []"),
    keys("spot: {market: m, share: -10%}", "range: -10%"),
    keys(
      "spot: {market: m}, nodes: {provisioner: karpenter, max: 4}",
      "contradiction: {provisioner: karpenter, max: 4}"),
    keys("spot: {up_time: 1h}", "missing-key: spot"),
  ]

  static let pools = [
    own(
      "warm: {count: 2, price: 10%, start: 5s}",
      "contradiction: {count: 2, price: 10%, start: 5s}"),
    own(
      "nodes: {provisioner: karpenter, max: 4}",
      "contradiction: {provisioner: karpenter, max: 4}"),
    own("spot: {market: m}", "contradiction: {market: m}"),
    own("minimum_billed: 5min", "contradiction: 5min"),
    keys("warm: {count: -2, price: 10%, start: 5s}", "range: -2"),
    keys("warm: {count: 2, price: 200%, start: 5s}", "range: 200%"),
    keys("warm: {count: 2, price: 10%}", "missing-key: warm"),
    keys("outages: [{at: 25h, for: 10min, share: 50%}]", "range: 25h"),
    keys("outages: [{at: -1h, for: 10min, share: 50%}]", "range: -1h"),
    keys("outages: [{at: 1h, for: 10min, share: 110%}]", "range: 110%"),
    keys("stock_outs: [{at: 25h, for: 10min}]", "range: 25h"),
    keys("failures: {mtbf: 2h}", "missing-key: failures"),
    keys("failures: {mtbf: 0s, mttr: 5min}", "range: 0s"),
    keys("stragglers: {share: 5%, factor: 0.5x}", "range: 0.5x"),
    keys("billing: per_hour, minimum_billed: 5min", "contradiction: 5min"),
    Case(pool, "{instance: box, count: 100000, price: $5000/h}", "range: 100000"),
    Case(pool, "{instance: big, count: 1, slice: 9g.1gb}", "unknown-name: 9g.1gb"),
    Case(pool, "{instance: box, count: 1, slice: 1g.5gb}", "unknown-name: 1g.5gb"),
    Case("on_demand: $0.40/h", "x-price: 1", "missing-key: box"),
    Case("on_demand: $0.40/h", "on_demand: $-0.40/h", "range: $-0.40/h"),
    Case("on_demand: $0.40/h", "on_demand: $1/h, monthly: $9/month", "contradiction: $9/month"),
  ]

  static let functions = [
    function("limit: 0", "range: 0"),
    function("limit: 5, provisioned: 6", "contradiction: 6"),
    function("limit: 5, expiry: -1s", "range: -1s"),
    function("concurrency: 0", "range: 0"),
    function("limit: 5", more: ", count: 3", "unknown-key: count"),
    function("limit: 5", more: ", warm: {count: 1, price: 10%, start: 5s}", "unknown-key: warm"),
    function("limit: 5", more: ", billing: {container: {granule: 0s}}", "range: 0s"),
    Case(
      "serve: {model: light, routing: sticky_least_streams}\n    pools: {main: \(pool)}",
      "serve: {model: light}\n    pools: {main: {instance: box, function: {limit: 5}}}\n"
        + "    commitments: [\(reserved)]", "contradiction: main"),
    Case(
      "serve: {model: light, routing: sticky_least_streams}\n    pools: {main: \(pool)}",
      "serve: {model: light}\n    pools: {main: {instance: own, function: {limit: 5}}}",
      "contradiction: function"),
  ]

  static let budgets = [
    more("budget: {amount: $500}", "missing-key: budget"),
    more("budget: {period: 1mo}", "missing-key: budget"),
    more("budget: {amount: $-5, period: 1d}", "range: $-5"),
    more("budget: {amount: $5, period: 0s}", "range: 0s"),
    more("budget: {amount: $5, period: monthly}", "number: monthly"),
    more("budget: {amount: $5, period: 1d, alerts: [0%]}", "range: 0%"),
    more("budget: {amount: $5, period: 1d, burn_rate: {times: 0, windows: [1h]}}", "range: 0"),
    more("budget: {amount: $5, period: 1d, burn_rate: {times: 2, windows: [2d]}}", "range: 2d"),
    more("budget: {amount: $5, period: 1d, burn_rate: {times: 2, windows: []}}", "type: []"),
    more("budget: {amount: $5, period: 1d, at: [stop_admitting]}", "type: [stop_admitting]"),
    more(
      "budget: {amount: $5, period: 1d, at: {90%: stop_admitting, 80%: {cap: 1}}}",
      "contradiction: 80%"),
    more("budget: {amount: $5, period: 1d, at: {90%: {lower_frame_rate: 0%}}}", "range: 0%"),
  ]

  @Test(arguments: commitments + markets + pools + functions + budgets)
  func `a mistake is told at the words that are wrong`(_ wrong: Case) {
    let parts = Self.sample.split(
      separator: wrong.old, maxSplits: 1, omittingEmptySubsequences: false)
    #expect(parts.count == 2, "the sample does not hold \(wrong.old)")
    let text = parts.joined(separator: wrong.new)
    // The second architecture inherits what is wrong with the first, which is told once.
    #expect(Set(Self.told(Reading(text))) == [wrong.told], "\(Reading(text).concise)")
  }

  @Test func `bounds read as they are written`() {
    let reading = Reading(Sample.replacing("on_demand: $0.40/h", "on_demand: $-1/h"))
    #expect(reading.text.contains("expected $0/h to $100000/h"), "\(reading.text)")
    let share = Reading(
      Sample.replacing("count: 2", "count: 2, stragglers: {share: 120%, factor: 2x}"))
    #expect(share.text.contains("expected 0% to 100%"), "\(share.text)")
  }
}
