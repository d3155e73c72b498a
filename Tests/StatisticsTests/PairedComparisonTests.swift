import Statistics
import Testing

@Suite struct PairedComparisonTests {
  @Test func `identical values are as likely better as worse`() throws {
    let same = try #require(PairedComparison(baseline: [1, 2, 3], candidate: [1, 2, 3]))
    #expect(same.interval.halfWidth == 0)
    #expect(same.probabilityBetter(lowerIsBetter: true) == 0.5)
    #expect(same.isIndistinguishable == true)
  }

  @Test func `pairing removes what the replications share`() throws {
    let pair = try #require(
      PairedComparison(baseline: [100, 200, 300], candidate: [99, 198.5, 299.5]))
    #expect(pair.differences == [-1, -1.5, -0.5])
    #expect(pair.interval.mean == -1)
    // t(0.975, 2) = 4.3027, s = 0.5: 1.2421
    #expect(((pair.interval.halfWidth ?? 0) - 1.2421).magnitude < 0.0005)
    #expect(pair.isIndistinguishable == true)
  }

  @Test func `the probability is that of Student's t`() throws {
    let pair = try #require(PairedComparison(baseline: [0, 0, 0], candidate: [-1, -1.5, -0.5]))
    // t = 1 / (0.5 / sqrt 3) = 2 sqrt 3; with two degrees of freedom 1/2 + t / (2 sqrt(2 + t²))
    let t = 2 * 3.0.squareRoot()
    let exact = 0.5 + t / (2 * (2 + t * t).squareRoot())
    #expect(((pair.probabilityBetter(lowerIsBetter: true) ?? 0) - exact).magnitude < 1e-12)
    #expect(((pair.probabilityBetter(lowerIsBetter: false) ?? 0) - 1 + exact).magnitude < 1e-12)
  }

  @Test func `a constant difference is certain, and a single one says nothing`() throws {
    let certain = try #require(PairedComparison(baseline: [1, 2], candidate: [3, 4]))
    #expect(certain.probabilityBetter(lowerIsBetter: true) == 0)
    #expect(certain.isIndistinguishable == false)
    let single = try #require(PairedComparison(baseline: [1], candidate: [3]))
    #expect(single.probabilityBetter(lowerIsBetter: true) == nil)
    #expect(single.isIndistinguishable == nil)
    #expect(PairedComparison(baseline: [], candidate: []) == nil)
  }
}
