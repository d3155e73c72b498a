import Statistics
import Testing

@Suite struct StudentIntervalTests {
  @Test func `nothing has no interval`() {
    #expect(StudentInterval([]) == nil)
  }

  @Test func `a single value has a mean and no interval`() {
    let one = StudentInterval([7])
    #expect(one?.mean == 7)
    #expect(one?.halfWidth == nil)
    #expect(one?.low == nil)
  }

  @Test func `equal values have a half-width of exactly zero`() {
    let same = StudentInterval([0.1, 0.1, 0.1])
    #expect(same?.mean == 0.1)
    #expect(same?.halfWidth == 0)
  }

  @Test func `one to five have the textbook interval`() throws {
    let interval = try #require(StudentInterval([1, 2, 3, 4, 5]))
    #expect(interval.mean == 3)
    // t(0.975, 4) = 2.776, s = sqrt 2.5, n = 5: 2.776 · 1.5811 / 2.2361
    #expect(((interval.halfWidth ?? 0) - 1.9632).magnitude < 0.0005)
  }

  @Test func `the replications that settle a limit follow from the spread and the distance`() throws
  {
    let interval = try #require(StudentInterval([1, 2, 3, 4, 5]))
    // (2.7764 · 1.5811 / 0.5)² = 77.08
    #expect(interval.replications(toSettle: 3.5) == 78)
    #expect(interval.replications(toSettle: 3) == nil)
    #expect(interval.replications(toSettle: 100) == 6)
  }

  @Test func `quantiles over replications are of type 7`() {
    let sample = SortedSample([4, 1, 3, 2])
    #expect(sample.quantile(0.5) == 2.5)
    #expect(sample.quantile(0) == 1)
    #expect(sample.quantile(1) == 4)
    #expect(((sample.quantile(0.95) ?? 0) - 3.85).magnitude < 1e-12)
    #expect(SortedSample([9]).quantile(0.05) == 9)
    #expect(SortedSample([]).quantile(0.5) == nil)
  }
}
