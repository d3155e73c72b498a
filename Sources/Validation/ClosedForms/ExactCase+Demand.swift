import Capacity
import Kernel
import Simulation

/// Arrivals and sessions whose rate swings over the day.
extension ExactCase {
  static let demand: [ExactCase] = [sessions, counts]

  private static let daily = DemandFactor.harmonics([
    DemandFactor.Harmonic(order: 1, amplitude: 0.6, peak: .hours(6))
  ])

  /// Sessions that come and stay; their frames do not matter.
  private static let sessions: ExactCase = {
    let population = Population(
      name: "sessions",
      kind: .stream(StreamDemand(period: .hours(1), duration: .exponential(mean: 600))),
      arrivals: .poisson(DemandCurve(base: .rate(perSecond: 0.1), factors: [daily])),
      deadline: .hours(24))
    return ExactCase(
      name: "M_t/M/∞ sessions, λ(t) = 0.1 + 0.06 sin(2πt/day) per s, stay 600 s",
      scenario: Plain.scenario(
        population, Plain.architecture(.affine(base: 0, perItem: 0.001)), span: .days(20),
        interval: .minutes(5)),
      truths: [
        .metric("mean users", .meanUsers, 60, digits: 3, uncertainty: 0),
        Truth("amplitude", 35.96578, digits: 5) { swing($0.result)?.amplitude },
        Truth("lag, s", 599.62, digits: 2) { swing($0.result)?.lag },
      ])
  }()

  private static let counts: ExactCase = {
    var truths: [Truth] = []
    for (bin, value) in [82.9183, 82.9183, 37.0817, 37.0817].enumerated() {
      truths.append(
        Truth("starts from \(bin * 6) to \(bin * 6 + 6) h", value, digits: 4) {
          meanOffered($0.result, bin: bin)
        })
    }
    return ExactCase(
      name: "Poisson counts at 10 + 6 sin(2πt/24 h) per h",
      scenario: Plain.scenario(
        Plain.requests(10.0 / 3600, factors: [daily]),
        Plain.architecture(.affine(base: 0, perItem: 0.001)), span: .days(200),
        interval: .hours(6)),
      truths: truths)
  }()

  /// The mean count of one of the four bins of a day.
  private static func meanOffered(_ result: ReplicationResult, bin: Int) -> Double {
    let rows = result.timeline.enumerated().filter { $0.offset % 4 == bin }
    return Double(rows.reduce(0) { $0 + $1.element.offered }) / Double(rows.count)
  }

  /// The daily wave in the number of users: A·sin(2π(t − lag)/day), projected on sine and cosine.
  private static func swing(_ result: ReplicationResult) -> (amplitude: Double, lag: Double)? {
    let rows = result.timeline
    guard !rows.isEmpty else { return nil }
    var sine = 0.0
    var cosine = 0.0
    for row in rows {
      let middle = row.start.seconds + row.length.seconds / 2
      sine += row.users * Elementary.sinTurns(middle / 86_400)
      cosine += row.users * Elementary.cosTurns(middle / 86_400)
    }
    sine *= 2 / Double(rows.count)
    cosine *= 2 / Double(rows.count)
    let ratio = -cosine / sine
    // The angle is small: its arctangent by the series, good to 1e-8.
    let angle = ratio - ratio * ratio * ratio / 3 + ratio * ratio * ratio * ratio * ratio / 5
    return ((sine * sine + cosine * cosine).squareRoot(), angle / (2 * .pi) * 86_400)
  }
}
