import Statistics
import Testing

@Suite struct OrderStatisticIntervalTests {
  /// Ranks computed with SciPy's binomial distribution.
  @Test(arguments: [
    (10, 0.5, 2, 9, 0.978515625), (20, 0.5, 6, 15, 0.9586105346679688), (6, 0.5, 1, 6, 0.96875),
    (72, 0.95, 64, 72, 0.9654900479083739), (200, 0.95, 184, 197, 0.9671521638567256),
  ])
  func `ends are the order statistics that the binomial distribution says`(
    count: Int, p: Double, low: Int, high: Int, coverage: Double
  ) throws {
    let sample = SortedSample((1...count).map(Double.init))
    let interval = try #require(OrderStatisticInterval(sample, quantile: p))
    #expect(interval.low == Double(low))
    #expect(interval.high == Double(high))
    #expect((interval.coverage - coverage).magnitude < 1e-12)
  }

  @Test(arguments: [(5, 0.5), (71, 0.95), (40, 0.05), (0, 0.5)])
  func `too few values have no interval`(count: Int, p: Double) {
    let sample = SortedSample((0..<count).map(Double.init))
    #expect(OrderStatisticInterval(sample, quantile: p) == nil)
  }
}
