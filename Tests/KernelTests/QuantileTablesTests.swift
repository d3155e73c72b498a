import Kernel
import Testing

@Suite struct QuantileTablesTests {
  struct Case: Sendable {
    var distribution: Distribution
    /// The largest error seen over all words must stay below this share of the mean magnitude.
    var ofScale: Double
    /// And this share of the value itself, for positive distributions.
    var ofValue: Double?
  }

  @Test(arguments: [
    Case(distribution: .constant(0.125), ofScale: 1e-12, ofValue: 1e-12),
    Case(distribution: .uniform(low: 1, high: 3), ofScale: 1e-9, ofValue: 1e-9),
    Case(distribution: .exponential(mean: 0.01), ofScale: 1e-3, ofValue: 3e-4),
    Case(distribution: .normal(mean: 0, sd: 1, atLeast: -.infinity), ofScale: 3e-4),
    Case(distribution: .normal(mean: 0.002, sd: 0.001, atLeast: 0), ofScale: 3e-4, ofValue: 2e-3),
    Case(distribution: .lognormal(mu: -4, sigma: 0.9, shift: 0.02), ofScale: 4e-3, ofValue: 1e-3),
    Case(distribution: .gamma(shape: 0.44, scale: 20), ofScale: 2e-3, ofValue: 2e-3),
    Case(distribution: .weibull(shape: 0.66, scale: 3), ofScale: 4e-3, ofValue: 1e-3),
    Case(distribution: .empirical([0.5, 0.75, 1.75, 4]), ofScale: 2e-3, ofValue: 2e-3),
  ])
  func `a table's draw is near the exact one`(expected: Case) {
    var tables = QuantileTables()
    let handle = tables.add(expected.distribution)
    let scale = max(expected.distribution.mean.magnitude, 1e-3)
    var words = RandomWords(seed: 5)
    var edges: [UInt32] = [0, 1, .max, .max - 1, 1 << 20, (1 << 20) - 1, 1 << 26, (1 << 26) - 1]
    edges += [63 << 26, (63 << 26) - 1, .max - (1 << 20), .max - (1 << 20) + 1, 1 << 31]
    var worstOfScale = 0.0
    var worstOfValue = 0.0
    // The exact gamma quantile is slow.
    let draws = "\(expected.distribution)".contains("gamma") ? 20_000 : 300_000
    for index in 0..<draws {
      let word = index < edges.count ? edges[index] : UInt32(truncatingIfNeeded: words.next())
      let exact = expected.distribution.draw((Double(word) + 0.5) * 0x1p-32)
      let error = (tables.draw(handle, word) / 1e9 - exact).magnitude
      worstOfScale = max(worstOfScale, error / max(scale, exact.magnitude))
      worstOfValue = max(worstOfValue, error / exact.magnitude)
    }
    #expect(worstOfScale <= expected.ofScale)
    if let share = expected.ofValue { #expect(worstOfValue <= share) }
  }

  @Test func `draws never fall as the word rises`() {
    var tables = QuantileTables()
    let handle = tables.add(.lognormal(mu: 1, sigma: 1.2, shift: 0))
    var last = -Double.infinity
    var falls = 0
    for step in 0..<(1 << 18) {
      let value = tables.draw(handle, UInt32(step) << 14 | 0x2000)
      if value < last { falls += 1 }
      last = value
    }
    #expect(falls == 0)
  }

  @Test func `a mixture's parts have their shares and their distributions`() {
    let parts: [Distribution.MixturePart] = [
      .init(weight: 1, distribution: .uniform(low: 0, high: 1)),
      .init(
        weight: 2,
        distribution: .mixture([
          .init(weight: 3, distribution: .uniform(low: 10, high: 11)),
          .init(weight: 1, distribution: .constant(20)),
        ])),
      .init(weight: 1, distribution: .uniform(low: 30, high: 40)),
    ]
    var tables = QuantileTables()
    let other = tables.add(.constant(7))
    let handle = tables.add(.mixture(parts))
    let count = 1 << 16
    var hits = [0, 0, 0, 0]
    var worst = 0.0
    for step in 0..<count {
      let word = UInt32(step) << 16 | 0x8000
      let value = tables.draw(handle, word) / 1e9
      let exact = Distribution.mixture(parts).draw((Double(word) + 0.5) * 0x1p-32)
      worst = max(worst, (value - exact).magnitude / max(exact, 1))
      hits[value <= 1 ? 0 : value < 12 ? 1 : value < 25 ? 2 : 3] += 1
    }
    #expect(worst < 1e-4)
    #expect(hits == [count / 4, count * 3 / 8, count / 8, count / 4])
    #expect(tables.draw(other, 12_345) == 7e9)
  }
}
