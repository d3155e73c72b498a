import Kernel
import Testing

@Suite struct DistributionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var distribution: Distribution
    /// SciPy 1.17: the quantiles of `probabilities`, and the mean.
    var quantiles: [Double]
    var mean: Double
    /// How near a quantile must be, relative to it.
    var within = 1e-9

    var testDescription: String { "\(distribution)" }
  }

  static let probabilities = [1e-6, 0.01, 0.25, 0.5, 0.9, 0.999, 1 - 1e-9]

  static let cases = [
    Case(
      distribution: .exponential(mean: 3),
      quantiles: [
        3.0000015000010004e-06, 0.030151007560504324, 0.8630462173553427, 2.0794415416798357,
        6.907755278982138, 20.723265836946407, 62.169797595685026,
      ], mean: 3),
    Case(
      distribution: .uniform(low: 2, high: 5),
      quantiles: [2.000003, 2.03, 2.75, 3.5, 4.7, 4.997, 4.999999997], mean: 3.5),
    Case(
      distribution: .gamma(shape: 2.5, scale: 1.7),
      quantiles: [
        0.010961736175522523, 0.47115336521903567, 2.273412388017339, 3.6987411624311974,
        7.850903364813955, 17.43775480456794, 43.08836469729131,
      ], mean: 4.25),
    Case(
      distribution: .gamma(shape: 0.4, scale: 5),
      quantiles: [
        3.7076773412819976e-15, 3.707696979803859e-05, 0.11782473218704188, 0.7253907082171772,
        5.649214127363243, 25.213042942299815, 90.78110466745018,
      ], mean: 2),
    Case(
      distribution: .weibull(shape: 0.66, scale: 3),
      quantiles: [
        2.4333943358496894e-09, 0.002819175585881407, 0.4542470984113944, 1.7216612741098636,
        10.615315446564267, 56.08463479885715, 296.3158544707642,
      ], mean: 4.030962561793646),
    Case(
      distribution: .weibull(shape: 3, scale: 2),
      quantiles: [
        0.020000003333335004, 0.4316086970718717, 1.3202847142991905, 1.7699940890010355,
        2.6410009569073702, 3.808982495281109, 5.493503369626693,
      ], mean: 1.7859590231384979),
    Case(
      distribution: .lognormal(mu: 1.085, sigma: 0.9, shift: 0.02),
      quantiles: [
        0.06104517958217194, 0.384687999572804, 1.6327797206651657, 2.9794398187394915,
        9.39828029687949, 47.78098417498905, 653.967006031696,
      ], mean: 4.457095519003665),
    Case(
      distribution: .normal(mean: 1, sd: 2, atLeast: 0),
      quantiles: [
        3.928033061595393e-06, 0.0390912178967755, 0.9067354495392033, 1.7937423501790895,
        3.9643593568818147, 7.396382664717679, 13.114908888645028,
      ], mean: 2.018320867674067),
    Case(
      distribution: .normal(mean: 1, sd: 2, atLeast: -3),
      quantiles: [
        -2.999963800159798, -2.6898938281469844, -0.24344243384044884, 1.0570338531818353,
        3.5892479732902687, 7.194121019196949, 13.003087994364863,
      ], mean: 1.11049572535798),
    Case(
      distribution: .normal(mean: 1, sd: 2, atLeast: -.infinity),
      quantiles: [
        -8.506848617645797, -3.6526957480816815, -0.3489795003921634, 1.0, 3.5631031310892007,
        7.180464612335626, 12.995614039203273,
      ], mean: 1),
  ]

  @Test(arguments: cases)
  func `quantiles and means agree with SciPy`(expected: Case) {
    for (p, quantile) in zip(Self.probabilities, expected.quantiles) {
      let drawn = expected.distribution.draw(p)
      // 1 - 1e-9 has nine digits fewer to spare, and so have values near a cut.
      let slack = expected.within * max(quantile.magnitude, 1e-3) * (p > 0.9999 ? 100 : 1)
      #expect((drawn - quantile).magnitude <= slack, "\(drawn) for \(quantile) at \(p)")
    }
    #expect((expected.distribution.mean / expected.mean - 1).magnitude < 1e-9)
  }

  static let others: [Distribution] = [
    .constant(2.5), .empirical([1, 2, 4, 8]), .empirical([3]),
    .mixture([
      .init(weight: 36, distribution: .lognormal(mu: 1.085, sigma: 0.336, shift: 0)),
      .init(weight: 64, distribution: .constant(3)),
    ]),
    .mixture([
      .init(weight: 1, distribution: .exponential(mean: 2)),
      .init(
        weight: 3,
        distribution: .mixture([
          .init(weight: 1, distribution: .uniform(low: 1, high: 2)),
          .init(weight: 1, distribution: .gamma(shape: 3, scale: 1)),
        ])),
    ]),
  ]

  // Five standard errors: each of the 15 cases fails for fewer than one of a million seeds.
  @Test(arguments: cases.map(\.distribution) + others)
  func `the mean of many draws is the mean`(distribution: Distribution) {
    // The gamma quantile is found by bisection, a microsecond or ten each.
    let draws = "\(distribution)".contains("gamma") ? 20_000 : 200_000
    var words = RandomWords(seed: 11)
    var least = Double.infinity
    var sum = 0.0
    var squares = 0.0
    let mean = distribution.mean
    for _ in 0..<draws {
      let value = distribution.draw(words.uniform())
      least = min(least, value)
      sum += value - mean
      squares += (value - mean) * (value - mean)
    }
    #expect(least >= distribution.minimum)
    let error = squares.squareRoot() / Double(draws)
    #expect((sum / Double(draws)).magnitude <= 5 * error + 1e-12)
  }

  @Test func `a draw is never below the minimum, whatever the uniform`() {
    let extremes = [0x1p-54, 0x1p-33, 1 - 0x1p-33, 1 - 0x1p-53]
    for distribution in Self.cases.map(\.distribution) + Self.others {
      for u in extremes {
        let value = distribution.draw(u)
        #expect(value.isFinite && value >= distribution.minimum, "\(distribution) at \(u)")
      }
    }
  }

  @Test func `minima are those of the definition`() {
    #expect(Distribution.constant(2).minimum == 2)
    #expect(Distribution.uniform(low: 2, high: 5).minimum == 2)
    #expect(Distribution.exponential(mean: 1).minimum == 0)
    #expect(Distribution.normal(mean: 5, sd: 1, atLeast: 4).minimum == 4)
    #expect(Distribution.lognormal(mu: 0, sigma: 1, shift: 0.5).minimum == 0.5)
    #expect(Distribution.empirical([3, 4]).minimum == 3)
    #expect(Self.others[3].minimum == 0)
  }

  @Test func `a longer median makes every draw longer`() {
    var words = RandomWords(seed: 3)
    for _ in 0..<1_000 {
      let u = words.uniform()
      #expect(
        Distribution.lognormal(mu: 1, sigma: 0.5, shift: 0).draw(u)
          < Distribution.lognormal(mu: 1.1, sigma: 0.5, shift: 0).draw(u))
      #expect(
        Distribution.gamma(shape: 2, scale: 1).draw(u)
          < Distribution.gamma(shape: 2, scale: 2).draw(u))
    }
  }

  @Test func `a normal cut far above its mean has a finite mean above the cut`() {
    let far = Distribution.normal(mean: 0, sd: 1, atLeast: 4)
    #expect((far.mean / 4.2256071444894765 - 1).magnitude < 1e-9)
    let farther = Distribution.normal(mean: 0, sd: 1, atLeast: 9)
    #expect((farther.mean / 9.108523105002908 - 1).magnitude < 1e-6)
  }
}
