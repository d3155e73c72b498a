import Capacity
import Kernel
import ScenarioFiles
import Testing

@Suite struct TimeDistributionTests {
  private func read(_ text: String) throws -> Distribution {
    let reading = Reading(Sample.replacing("duration: 10min", "duration: \(text)"))
    guard case .stream(let stream)? = reading.scenario?.populations[0].kind else {
      Issue.record("not read: \(reading.concise)")
      return .constant(0)
    }
    return stream.duration
  }

  @Test(arguments: [
    ("1h30min", Distribution.constant(5_400)),
    ("{constant: 125ms}", .constant(0.125)),
    ("[1s, 3s]", .uniform(low: 1, high: 3)),
    ("{uniform: {low: 1s, high: 3s}}", .uniform(low: 1, high: 3)),
    ("{exponential: 10min}", .exponential(mean: 600)),
    ("{mean: 10min}", .exponential(mean: 600)),
    ("{normal: {mean: 5s, sd: 1s}}", .normal(mean: 5, sd: 1, atLeast: 0)),
    ("{normal: {mean: 5s, sd: 1s, at_least: 2s}}", .normal(mean: 5, sd: 1, atLeast: 2)),
    ("{lognormal: {mu: 1.085, sigma: 0.336}}", .lognormal(mu: 1.085, sigma: 0.336, shift: 0)),
    ("{gamma: {mean: 10s, cv: 0.5}}", .gamma(shape: 4, scale: 2.5)),
    ("{gamma: {shape: 4, scale: 2s}}", .gamma(shape: 4, scale: 2)),
    ("{weibull: {shape: 0.66, scale: 3h}}", .weibull(shape: 0.66, scale: 10_800)),
    (
      "{mixture: [{weight: 36%, constant: 1s}, {weight: 64%, mean: 3s}]}",
      .mixture([
        .init(weight: 0.36, distribution: .constant(1)),
        .init(weight: 0.64, distribution: .exponential(mean: 3)),
      ])
    ),
  ])
  func `a distribution reads`(text: String, expected: Distribution) throws {
    #expect(try read(text) == expected)
  }

  @Test func `a median and a 90th percentile make a lognormal`() throws {
    guard
      case .lognormal(let mu, let sigma, 20) = try read(
        "{shifted_lognormal: {shift: 20s, median: 1s, p90: 3.602224479279158s}}")
    else {
      Issue.record("no shifted lognormal")
      return
    }
    #expect(abs(mu) < 1e-15 && abs(sigma - 1) < 1e-9)
  }
}
