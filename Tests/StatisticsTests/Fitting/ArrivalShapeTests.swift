import Kernel
import Statistics
import Testing

@Suite struct ArrivalShapeTests {
  /// Instants of a Poisson process of `rate` times `level`, which is told how long it holds.
  private static func instants(
    rate: Double, span: Double, seed: UInt64,
    level: (inout RandomStream) -> (level: Double, lasts: Double)
  ) -> [Double] {
    let source = RandomSource(seed: seed, replication: 0)
    var gaps = source.stream(.arrival, group: 0, entity: 0)
    var turns = source.stream(.burst, group: 0, entity: 0)
    var (at, instants) = (0.0, [Double]())
    while at < span {
      let (now, lasts) = level(&turns)
      let end = min(span, at + lasts)
      while now > 0 {
        at -= Elementary.log(gaps.nextUniform()) / (rate * now)
        guard at < end else { break }
        instants.append(at)
      }
      at = end
    }
    return instants
  }

  /// The indexes of 1,400 and of 140 windows each exceed four deviations with a probability of
  /// about 1e-4, and bursts need both, so 20 seeds fail a right test in fewer than one of 400 cases.
  @Test(arguments: 0..<20)
  func `a Poisson process needs no bursts`(seed: Int) throws {
    let instants = Self.instants(rate: 2, span: 7_000, seed: UInt64(seed)) { _ in
      (1, .infinity)
    }
    let shape = try #require(ArrivalShape(instants: instants, startOfDay: 0))
    #expect(shape.bursts == nil)
    #expect((shape.rate / 2 - 1).magnitude < 5 / 14_000.0.squareRoot())
    #expect(((shape.gapVariation ?? 0) - 1).magnitude < 0.05)
    #expect(shape.day == nil)
  }

  /// 1,700 bursts give the variance and the time of the level to about 3% and 5%; the tolerances
  /// are five of these.
  @Test(arguments: [(1.8, 30.0, 30.0), (4.0, 20.0, 60.0)])
  func `the bursts of an alternating level are found`(
    height: Double, on: Double, off: Double
  ) throws {
    let share = on / (on + off)
    let low = (1 - share * height) / (1 - share)
    var isHigh = false
    let span = 1_700 * (on + off)
    let instants = Self.instants(rate: 5, span: span, seed: 3) { turns in
      isHigh.toggle()
      let mean = isHigh ? on : off
      return (isHigh ? height : low, -mean * Elementary.log(turns.nextUniform()))
    }
    let shape = try #require(ArrivalShape(instants: instants, startOfDay: 0))
    let bursts = try #require(shape.bursts)
    let variance = share * (height - 1) * (height - 1) / (1 - share)
    #expect((bursts.variance / variance - 1).magnitude < 0.15, "\(bursts)")
    #expect((bursts.on / on - 1).magnitude < 0.25, "\(bursts)")
    #expect((bursts.off / off - 1).magnitude < 0.25, "\(bursts)")
    #expect((bursts.height / height - 1).magnitude < 0.1, "\(bursts)")
  }

  @Test func `two cosines of a day are found with their peaks`() throws {
    let counts = (0..<7 * 24).map { hour in
      let part = (Double(hour) + 0.5) / 24
      let first = 0.4 * Elementary.cosTurns(part - 17.5 / 24)
      let second = 0.2 * Elementary.cosTurns(2 * (part - 10.0 / 24))
      return Int(100_000 * (1 + first + second))
    }
    let shape = try #require(ArrivalShape(counts: counts, step: 3_600, startOfDay: 0))
    let day = try #require(shape.day)
    #expect((day.harmonics[0].amplitude - 0.4).magnitude < 1e-4)
    #expect((day.harmonics[1].amplitude - 0.2).magnitude < 1e-4)
    #expect((day.harmonics[0].peakSeconds / 3_600 - 17.5).magnitude < 0.01)
    #expect((day.harmonics[1].peakSeconds / 3_600 - 10).magnitude < 0.01)
    #expect((day.explained.first - 0.8).magnitude < 1e-3)
    #expect((day.explained.both - 1).magnitude < 1e-3)
    // 1 + 0.4 − 0.2·cos 45°
    #expect((day.hourly[17] - 1.25858).magnitude < 1e-3)
  }

  @Test func `a series that begins at noon has its noon at hour 12`() throws {
    let counts = (0..<48).map { $0 % 24 == 0 ? 25 : 1 }
    let shape = try #require(ArrivalShape(counts: counts, step: 3_600, startOfDay: 43_200))
    #expect(shape.day?.hourly[12] == 12.5)
    #expect(shape.peakToMean == 12.5)
  }

  @Test func `nothing is made of too little`() {
    #expect(ArrivalShape(counts: [5], step: 60, startOfDay: 0) == nil)
    #expect(ArrivalShape(counts: [0, 0, 0], step: 60, startOfDay: 0) == nil)
    #expect(ArrivalShape(instants: [1, 1, 1], startOfDay: 0) == nil)
  }
}
