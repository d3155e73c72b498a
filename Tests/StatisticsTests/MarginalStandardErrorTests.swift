import Kernel
import Statistics
import Testing

@Suite struct MarginalStandardErrorTests {
  private static func noise(_ count: Int, seed: UInt64) -> [Double] {
    var stream = RandomSource(seed: seed, replication: 0).stream(.phase, group: 0, entity: 0)
    return (0..<count).map { _ in stream.nextUniform() }
  }

  @Test func `a step is cut where it ends`() {
    let series = Array(repeating: 5.0, count: 50) + Array(repeating: 1.0, count: 150)
    #expect(MarginalStandardError.truncation(of: series) == 50)
  }

  @Test func `a constant series keeps everything`() {
    #expect(MarginalStandardError.truncation(of: Array(repeating: 2.0, count: 100)) == 0)
  }

  @Test func `a series that still climbs at its end has no truncation`() {
    #expect(MarginalStandardError.truncation(of: (0..<200).map(Double.init)) == nil)
  }

  @Test func `a short series has no truncation`() {
    #expect(MarginalStandardError.truncation(of: Array(repeating: 1.0, count: 49)) == nil)
  }

  // Noise of width 1 on an exponential approach of height 10: at 8 time constants the approach is
  // 0.003, far below the noise, and at 2 it is 1.35; each of the 20 seeds must fall between.
  @Test(arguments: 1...20)
  func `an exponential approach is cut where it drowns in noise`(seed: UInt64) throws {
    let series = Self.noise(1_000, seed: seed).enumerated().map { index, u in
      u - 10 * Elementary.exp(-Double(index) / 30)
    }
    let cut = try #require(MarginalStandardError.truncation(of: series))
    #expect(cut >= 60 && cut <= 480)
  }
}
