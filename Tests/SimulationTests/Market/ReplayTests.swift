import Capacity
import Kernel
import Simulation
import Testing

@Suite struct ReplayTests {
  static func steps(
    _ rows: [(Int64, Int)], _ ending: TimedSteps<Int>.Ending = .hold, offset: SimDuration = .zero
  ) -> TimedSteps<Int> {
    TimedSteps(
      rows.map { .init(at: .seconds($0.0), value: $0.1) }, ending: ending, offset: offset)
  }

  /// `second: level` of each event.
  static func played(
    _ steps: TimedSteps<Int>, seconds: Int64, warmUp: SimDuration = .zero
  ) -> [String] {
    let zone = MarketSample.zone("zone", .replay(steps))
    let clock = Clock(measure: .seconds(seconds), warmUp: warmUp, interval: .seconds(seconds))
    return MarketSample.events(zone, clock: clock).map { event in
      guard case .holds(let level) = event.kind else { return "\(event)" }
      let isOld = event.at <= clock.beginning - .days(3_650)
      return "\(isOld ? "always" : "\(event.at.nanoseconds / 1_000_000_000)"): \(level)"
    }
  }

  static let rows: [(Int64, Int)] = [(0, 4), (10, 12), (20, 12), (30, 5), (40, 9)]

  @Test func `levels come at their instants and the last stays`() {
    #expect(
      Self.played(Self.steps(Self.rows), seconds: 1_000) == [
        "always: 4", "10: 12", "30: 5", "40: 9",
      ])
  }

  @Test func `a loop begins again at its last row`() {
    #expect(
      Self.played(Self.steps(Self.rows, .loop), seconds: 95)
        == ["always: 4", "10: 12", "30: 5", "40: 4", "50: 12", "70: 5", "80: 4", "90: 12"])
  }

  @Test func `the bad hour begins when it is told to`() {
    // The trace's 30 s at the clock's 100 s.
    let steps = Self.steps(Self.rows, offset: .seconds(30 - 100))
    #expect(Self.played(steps, seconds: 1_000) == ["always: 4", "80: 12", "100: 5", "110: 9"])
    let late = Self.steps(Self.rows, offset: .seconds(35))
    #expect(Self.played(late, seconds: 1_000) == ["always: 5", "5: 9"])
  }

  @Test func `a loop reaches back into the warm-up`() {
    #expect(
      Self.played(Self.steps(Self.rows, .loop), seconds: 15, warmUp: .seconds(25))
        == ["always: 12", "-10: 5", "0: 4", "10: 12"])
  }

  @Test func `a loop that never changes ends`() {
    let loop = TimedSteps<Int>.Ending.loop
    #expect(
      Self.played(Self.steps([(0, 3), (9, 3), (20, 3)], loop), seconds: 500) == ["always: 3"])
    #expect(Self.played(Self.steps([(0, 3), (20, 8)], loop), seconds: 500) == ["always: 3"])
    #expect(Self.played(Self.steps([(7, 3)]), seconds: 500) == ["always: 3"])
  }

  @Test func `a replayed zone has been open since its trace last rose from nothing`() {
    let rows: [(Int64, Int)] = [(0, 0), (10, 4), (20, 6), (30, 0), (40, 1)]
    #expect(
      Self.played(Self.steps(rows, offset: .seconds(25)), seconds: 90)
        == ["-15: 6", "5: 0", "15: 1"])
    #expect(
      Self.played(Self.steps(rows, offset: .seconds(35)), seconds: 90) == ["-5: 0", "5: 1"])
    // Over the end of the round: open from 20 s of one round to 10 s of the next.
    let round = Self.steps([(0, 4), (10, 0), (20, 5), (40, 7)], .loop, offset: .seconds(5))
    #expect(
      Self.played(round, seconds: 50) == ["-25: 4", "5: 0", "15: 5", "35: 4", "45: 0"])
  }

  @Test(arguments: [0, 1, 25, 77, 400] as [Int64])
  func `a level's number is the same after any warm-up, and no other has it`(seconds: Int64) {
    let zone = MarketSample.zone(
      "zone", .replay(Self.steps(Self.rows, .loop, offset: .seconds(-130))))
    func events(_ warmUp: SimDuration) -> [MarketEvent] {
      let clock = Clock(measure: .seconds(500), warmUp: warmUp, interval: .seconds(500))
      return MarketSample.events(zone, clock: clock)
    }
    let warm = events(.seconds(seconds)).dropFirst()
    #expect(warm.filter { $0.at > .zero } == events(.zero).filter { $0.at > .zero })
    #expect(Set(warm.map(\.number)).count == warm.count)
    #expect(warm.allSatisfy { $0.number >= 0 })
  }
}
