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
      return "\(event.at.nanoseconds / 1_000_000_000): \(level)"
    }
  }

  static let rows: [(Int64, Int)] = [(0, 4), (10, 12), (20, 12), (30, 5), (40, 9)]

  @Test func `levels come at their instants and the last stays`() {
    #expect(
      Self.played(Self.steps(Self.rows), seconds: 1_000) == ["0: 4", "10: 12", "30: 5", "40: 9"])
  }

  @Test func `a loop begins again at its last row`() {
    #expect(
      Self.played(Self.steps(Self.rows, .loop), seconds: 95)
        == ["0: 4", "10: 12", "30: 5", "40: 4", "50: 12", "70: 5", "80: 4", "90: 12"])
  }

  @Test func `the bad hour begins when it is told to`() {
    // The trace's 30 s at the clock's 100 s.
    let steps = Self.steps(Self.rows, offset: .seconds(30 - 100))
    #expect(Self.played(steps, seconds: 1_000) == ["0: 4", "80: 12", "100: 5", "110: 9"])
    let late = Self.steps(Self.rows, offset: .seconds(35))
    #expect(Self.played(late, seconds: 1_000) == ["0: 5", "5: 9"])
  }

  @Test func `a loop reaches back into the warm-up`() {
    #expect(
      Self.played(Self.steps(Self.rows, .loop), seconds: 15, warmUp: .seconds(25))
        == ["-25: 12", "-10: 5", "0: 4", "10: 12"])
  }

  @Test func `a loop that never changes ends`() {
    #expect(Self.played(Self.steps([(0, 3), (9, 3), (20, 3)], .loop), seconds: 500) == ["0: 3"])
    #expect(Self.played(Self.steps([(0, 3), (20, 8)], .loop), seconds: 500) == ["0: 3"])
    #expect(Self.played(Self.steps([(7, 3)]), seconds: 500) == ["0: 3"])
  }
}
