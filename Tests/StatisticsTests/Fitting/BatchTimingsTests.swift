import Statistics
import Testing

@Suite struct BatchTimingsTests {
  @Test func `repeats are averaged and give the variation`() throws {
    let timings = BatchTimings([
      .init(batch: 2, seconds: 18), .init(batch: 1, seconds: 9), .init(batch: 1, seconds: 11),
    ])
    #expect(timings.points == [.init(batch: 1, seconds: 10), .init(batch: 2, seconds: 18)])
    // Deviations of -0.1 and 0.1 with one degree of freedom.
    let cv = try #require(timings.cv)
    #expect((cv - 0.02.squareRoot()).magnitude < 1e-12)
    #expect(timings.sharing.isEmpty)
  }

  @Test func `single measurements say nothing of variation`() {
    #expect(BatchTimings([.init(batch: 1, seconds: 9), .init(batch: 2, seconds: 11)]).cv == nil)
  }

  @Test func `copies that share a GPU are compared with one alone`() {
    // JonnyKong/PPipe at 03cd8df0f2, data/models/block-timing-tf32: deeplabv3plus_r101 on T4, two
    // copies at batch 1 and 2, against made-up times alone.
    let timings = BatchTimings([
      .init(batch: 1, seconds: 62.9615), .init(batch: 2, seconds: 123.303),
      .init(batch: 1, seconds: 125.923, copies: 2), .init(batch: 2, seconds: 246.606, copies: 2),
      .init(batch: 1, seconds: 251.846, copies: 4),
    ])
    #expect(timings.sharing == [1])
    #expect(timings.points.count == 2)
  }
}
