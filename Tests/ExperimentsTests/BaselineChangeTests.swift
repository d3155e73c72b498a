import Experiments
import Testing

@Suite struct BaselineChangeTests {
  private func change(
    _ now: [Double?], _ was: [Double?], isPaired: Bool = true, isRelative: Bool = true
  ) throws -> BaselineChange {
    try #require(
      BaselineChange(now: now, was: was, isPaired: isPaired, isRelative: isRelative))
  }

  @Test func `the same values have not changed at all`() throws {
    let none = try change([1.1, 2.3, 3.7], [1.1, 2.3, 3.7])
    #expect(none.mean == 0 && none.halfWidth == 0)
  }

  @Test func `a relative change is a ratio of means with the interval of its residuals`() throws {
    let grown = try change([11, 22, 36], [10, 20, 30])
    // r = 69/60 = 1.15; residuals (11 − 11.5, 22 − 23, 36 − 34.5)/20 = −0.025, −0.05, 0.075;
    // s = 0.0661438, t(2) = 4.30265, half = 4.30265 · 0.0661438/√3 = 0.164311.
    #expect(abs(grown.mean - 0.15) < 1e-12)
    #expect(abs((grown.halfWidth ?? 0) - 0.164311) < 1e-5)
    #expect(grown.was == 20)
  }

  @Test func `an absolute change is the paired difference`() throws {
    let more = try change([3, 4, 8], [1, 2, 3], isRelative: false)
    // differences 2, 2, 5: mean 3, s = √3, half = 4.30265.
    #expect(abs(more.mean - 3) < 1e-12)
    #expect(abs((more.halfWidth ?? 0) - 4.30265) < 1e-4)
  }

  @Test func `pairs are the replications that both have`() throws {
    let common = try change([1, nil, 3, 9, 9], [1, 2, 3])
    #expect(common.mean == 0 && common.halfWidth == 0)
    #expect(common.was == 2)
    #expect(BaselineChange(now: [nil, 2], was: [1, nil], isPaired: true, isRelative: true) == nil)
  }

  @Test func `independent samples get the wider interval of Welch`() throws {
    let welch = try change([2, 4, 6], [1, 2, 3], isPaired: false, isRelative: false)
    #expect(!welch.isPaired)
    #expect(welch.mean == 2)
    // variances 4/3 and 1/3, df = (5/3)²/((16/9 + 1/9)/2) = 2.94, so 2; 4.30265 · √(5/3).
    #expect(abs((welch.halfWidth ?? 0) - 5.55470) < 1e-4)
    #expect(welch.replications(toSettle: 1) == nil)
  }

  @Test func `of a baseline of nothing the change is absolute`() throws {
    let some = try change([1, 1, 1], [0, 0, 0])
    #expect(!some.isRelative)
    #expect(some.mean == 1)
  }
}
