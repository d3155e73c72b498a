import Kernel
import Testing

@Suite struct RoundingTests {
  @Test(arguments: [
    (0.5, 0.0), (1.5, 2), (2.5, 2), (-0.5, 0), (-1.5, -2), (-2.5, -2), (0.49999999999999994, 0),
    (1e15 + 0.5, 1e15), (-3.7, -4), (3.2, 3),
  ])
  func `nearest rounds ties to even`(x: Double, expected: Double) {
    #expect(Elementary.nearest(x) == expected)
    #expect(Elementary.nearestInteger(x) == Int64(expected))
  }

  @Test func `nearest agrees with the standard library's`() {
    var words = RandomWords(seed: 9)
    var wrong: [Double] = []
    for _ in 0..<100_000 {
      let x = (words.uniform() - 0.5) * 4e6
      if Elementary.nearest(x) != x.rounded(.toNearestOrEven) { wrong.append(x) }
      if Elementary.ceiling(x) != Int64(x.rounded(.up)) { wrong.append(x) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `large numbers are their own nearest integers`() {
    #expect(Elementary.nearestInteger(0x1p60) == 1 << 60)
    #expect(Elementary.nearestInteger(-0x1p52 - 1) == -(1 << 52) - 1)
  }

  @Test func `the ceiling is not below`() {
    #expect(Elementary.ceiling(-1.5) == -1)
    #expect(Elementary.ceiling(2) == 2)
    #expect(Elementary.ceiling(2.000001) == 3)
    #expect(Elementary.ceiling(-0.2) == 0)
  }

  @Test func `powers follow the logarithm`() {
    #expect(Elementary.pow(0, 2) == 0)
    #expect(Elementary.pow(0, 0) == 1)
    #expect((Elementary.pow(2, 10) - 1_024).magnitude < 1e-9)
    #expect((Elementary.pow(9, 0.5) - 3).magnitude < 1e-14)
  }
}
