import Autoscaling
import Kernel
import Testing

@Suite struct PredictivePolicyTests {
  typealias Policy = PredictivePolicy

  /// Seasons of four bins of a minute, one look in each, two bins ahead.
  static let settings = Policy.Settings(
    target: 10, maximum: 35, startTime: .minutes(1), interval: .minutes(1), bin: .minutes(1),
    season: .minutes(4), levelBins: 1, stabilizeDown: .zero)

  /// Looks each minute, beginning at `first`; the replicas after each look in base 36, and why.
  static func run(
    _ settings: Policy.Settings, first: Int64 = 0, loads: [Double?]
  ) -> (replicas: String, reasons: [String]) {
    var policy = Policy(settings)
    var wanted = 1
    var text = ""
    var reasons: [String] = []
    for (minute, load) in loads.enumerated() {
      let decision = policy.decide(
        .init(wanted: wanted, ready: wanted, metrics: [load]),
        at: .zero + .minutes(first + Int64(minute)))
      wanted = decision.replicas
      text += String(wanted, radix: 36)
      reasons.append(decision.reason.words)
    }
    return (text, reasons)
  }

  static let day: [Double?] = [10, 10, 50, 10]

  @Test(arguments: [0, -8, 400] as [Int64])
  func `the second season starts replicas a lead ahead of the peak`(first: Int64) {
    let run = Self.run(Self.settings, first: first, loads: Self.day + Self.day + Self.day)
    #expect(run.replicas == "115155515551")
    #expect(run.reasons[3] == "ratio to target")
    #expect(run.reasons[4] == "forecast")
    #expect(run.reasons[6] == "ratio to target")
  }

  @Test func `a busier day raises the forecast as far as the limits allow`() {
    let busy: [Double?] = [20, 20, 100, 20]
    // From the second look of the day on, twice the peak of 50; at its end twice the 20 of its
    // first bin.
    #expect(Self.run(Self.settings, loads: Self.day + busy).replicas == "11515aa4")
    var settings = Self.settings
    settings.levelLimits = 0.5...1.5
    #expect(Self.run(settings, loads: Self.day + busy).replicas == "115158a3")
    settings.levelLimits = 1...1
    #expect(Self.run(settings, loads: Self.day + busy).replicas == "115155a2")
  }

  @Test func `it is never below what the load of now needs`() {
    let run = Self.run(Self.settings, loads: Self.day + [10, 10, 10, 90])
    #expect(run.replicas.hasSuffix("9"))
    #expect(run.reasons.last == "ratio to target")
  }

  @Test func `without a sample a forecast may add and nothing is taken away`() {
    let run = Self.run(Self.settings, loads: Self.day + [nil, nil, nil, nil])
    #expect(run.replicas == "11515555")
    #expect(run.reasons[4] == "forecast")
    #expect(run.reasons[7] == "no metric")
  }

  @Test func `it waits for as many seasons as it is told to`() {
    var settings = Self.settings
    settings.seasonsNeeded = 2
    #expect(
      Self.run(settings, loads: Self.day + Self.day + Self.day).replicas == "115111515551")
  }

  @Test func `replicas carry the highest load of the stabilisation window`() {
    var settings = Self.settings
    settings.season = .hours(1)
    settings.stabilizeDown = .minutes(3)
    let run = Self.run(settings, loads: [50, 10, 20, 10, 10, 10])
    #expect(run.replicas == "555221")
    #expect(run.reasons[1] == "stabilisation window")
  }

  @Test func `bounds hold and absurd loads do not trap`() {
    var settings = Self.settings
    settings.season = .hours(1)
    let run = Self.run(settings, loads: [0, 1e300, .infinity, -1, .nan])
    #expect(run.replicas == "1zzzz")
    #expect(run.reasons == ["minimum", "maximum", "maximum", "no metric", "no metric"])
  }
}
