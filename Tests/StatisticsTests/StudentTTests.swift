import Statistics
import Testing

@Suite struct StudentTTests {
  /// Degrees of freedom, then the quantiles at 0.975 and 0.995 of published tables.
  static let table: [(Int, Double, Double)] = [
    (1, 12.706, 63.657), (2, 4.303, 9.925), (4, 2.776, 4.604), (9, 2.262, 3.250),
    (19, 2.093, 2.861), (30, 2.042, 2.750), (100, 1.984, 2.626),
  ]

  @Test(arguments: table)
  func `quantiles agree with the published tables`(row: (Int, Double, Double)) {
    let (nu, q975, q995) = row
    #expect((StudentT.quantile(0.975, degreesOfFreedom: nu) - q975).magnitude < 0.0006)
    #expect((StudentT.quantile(0.995, degreesOfFreedom: nu) - q995).magnitude < 0.0006)
  }

  @Test func `two degrees of freedom have their closed form`() {
    for t in [0.0, 0.3, 1, 2.5, 40] {
      let exact = 0.5 + t / (2 * (2 + t * t).squareRoot())
      #expect((StudentT.cumulative(t, degreesOfFreedom: 2) - exact).magnitude < 1e-14)
    }
  }

  @Test(arguments: [1, 2, 3, 7, 39, 400, 100_000])
  func `the quantile undoes the distribution on both sides`(nu: Int) {
    for p in [0.001, 0.05, 0.3, 0.5, 0.7, 0.95, 0.999] {
      let t = StudentT.quantile(p, degreesOfFreedom: nu)
      #expect((StudentT.cumulative(t, degreesOfFreedom: nu) - p).magnitude < 1e-12)
    }
  }

  @Test func `many degrees of freedom approach the normal distribution`() {
    #expect((StudentT.quantile(0.975, degreesOfFreedom: 1_000_000) - 1.959966).magnitude < 1e-5)
  }
}
