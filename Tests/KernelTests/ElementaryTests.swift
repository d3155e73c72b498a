import Foundation
import Kernel
import Testing

/// The distance between two doubles in units in the last place of the larger.
private func ulps(_ a: Double, _ b: Double) -> Double {
  if a == b { return 0 }
  return (a - b).magnitude / max(a.magnitude, b.magnitude).ulp
}

@Suite struct ElementaryTests {
  private static func sample(_ count: Int) -> [Double] {
    var stream = RandomSource(seed: 7, replication: 0).stream(.phase, group: 0, entity: 0)
    return (0..<count).map { _ in stream.nextUniform() }
  }

  @Test func `log is within one ulp of the system's`() {
    var wrong: [Double] = []
    for (index, u) in Self.sample(200_000).enumerated() {
      let x = index % 2 == 0 ? u * 4 : Foundation.exp((u - 0.5) * 1400)
      if ulps(Elementary.log(x), Foundation.log(x)) > 1 { wrong.append(x) }
    }
    #expect(wrong.isEmpty)
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(-1).isNaN)
  }

  @Test func `exp is within one ulp of the system's`() {
    var wrong: [Double] = []
    for (index, u) in Self.sample(200_000).enumerated() {
      let x = index % 2 == 0 ? u * 4 - 2 : (u - 0.5) * 1416
      if ulps(Elementary.exp(x), Foundation.exp(x)) > 1 { wrong.append(x) }
    }
    #expect(wrong.isEmpty)
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.exp(710) == .infinity)
    #expect(Elementary.exp(-800) == 0)
  }

  @Test func `sine and cosine of turns stay near the system's`() {
    var worst = 0.0
    for u in Self.sample(50_000) {
      let turns = (u - 0.5) * 2
      worst = max(
        worst, (Elementary.cosTurns(turns) - Foundation.cos(2 * .pi * turns)).magnitude,
        (Elementary.sinTurns(turns) - Foundation.sin(2 * .pi * turns)).magnitude)
    }
    #expect(worst < 1e-15)
    #expect(Elementary.cosTurns(0) == 1)
    #expect(Elementary.cosTurns(0.25) == 0)
    #expect(Elementary.cosTurns(12_345.5) == -1)
  }

  // Values of SciPy 1.17 (norm.ppf, gammaln, gamma.ppf, gammaincc).
  @Test(arguments: [
    (0.5, 0.0), (0.975, 1.959963984540054), (0.001, -3.090232306167813),
    (1e-10, -6.361340902404056), (0.9, 1.2815515655446004),
  ])
  func `the normal quantile agrees with SciPy`(p: Double, expected: Double) {
    #expect((Elementary.normalQuantile(p) - expected).magnitude < 1e-13)
  }

  @Test func `the gamma functions agree with SciPy`() {
    #expect((Elementary.logGamma(0.5) - 0.5723649429247001).magnitude < 1e-13)
    #expect((Elementary.logGamma(10.5) - 13.940625219403763).magnitude < 1e-12)
    #expect((Elementary.upperGamma(shape: 2.5, 1.5) - 0.6999858358786276).magnitude < 1e-12)
    #expect((Elementary.gammaQuantile(shape: 0.7, 0.3) - 0.17251980033360842).magnitude < 1e-12)
    #expect((Elementary.normalCDF(1) - 0.8413447460685429).magnitude < 1e-14)
    #expect((Elementary.normalCDF(-3) - 0.0013498980316300933).magnitude < 1e-16)
  }
}
