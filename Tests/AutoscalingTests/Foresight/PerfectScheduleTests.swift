import Autoscaling
import Kernel
import Testing

@Suite struct PerfectScheduleTests {
  /// A problem drawn with a digit for each second.
  static func problem(
    _ required: String, coldStart: Int64, initial: Int = 0, minimumCharge: Int64 = 0
  ) -> PerfectSchedule.Problem {
    var steps: [ReplicaStep] = []
    for (second, digit) in required.enumerated() {
      let replicas = digit.wholeNumberValue ?? 0
      if steps.last?.replicas != replicas {
        steps.append(.init(time: .zero + .seconds(Int64(second)), replicas: replicas))
      }
    }
    return .init(
      required: steps, coldStart: .seconds(coldStart), minimumCharge: .seconds(minimumCharge),
      start: .zero, end: .zero + .seconds(Int64(required.count)), initial: initial)
  }

  /// The wanted replicas of each second, as digits.
  static func drawn(_ schedule: PerfectSchedule, seconds: Int) -> String {
    (0..<seconds).map { String(schedule.replicas(at: .zero + .seconds(Int64($0)))) }.joined()
  }

  @Test(arguments: [
    // A gap as long as the start is kept, a longer one released.
    ("0001100011", 2, 0, "0111101111"),
    ("0001100011", 3, 0, "1111111111"),
    // Levels on their own.
    ("0012100", 1, 0, "0122100"),
    ("0033000300", 1, 0, "0333003300"),
    // Initial replicas: kept up to the first need, released before a late one, dropped unneeded.
    ("0001", 2, 2, "0111"),
    ("001", 2, 2, "111"),
    ("2100", 5, 3, "2100"),
    // Nothing can be ready before a start; launches begin at once.
    ("2221", 2, 0, "2221"),
    ("3000", 2, 1, "1000"),
    // Without a start every gap is released.
    ("1010", 0, 1, "1010"),
  ])
  func `hand-drawn futures`(
    required: String, coldStart: Int64, initial: Int, wanted: String
  ) {
    let schedule = PerfectSchedule(
      Self.problem(required, coldStart: coldStart, initial: initial))
    #expect(Self.drawn(schedule, seconds: required.count) == wanted)
    let area = wanted.compactMap(\.wholeNumberValue).reduce(0, +)
    #expect(schedule.instanceTime == .seconds(Int64(area)))
    #expect(schedule.billedTime == schedule.instanceTime)
  }

  @Test func `what nobody could have ready is told`() {
    #expect(PerfectSchedule(Self.problem("2221", coldStart: 2)).shortfall == .seconds(4))
    #expect(
      PerfectSchedule(Self.problem("3000", coldStart: 2, initial: 1)).shortfall == .seconds(2))
    #expect(PerfectSchedule(Self.problem("0011", coldStart: 2)).shortfall == .zero)
    // A start longer than the horizon.
    let short = PerfectSchedule(Self.problem("0211", coldStart: 9, initial: 1))
    #expect((short.shortfall, short.instanceTime) == (.seconds(1), .seconds(4)))
  }

  @Test func `steps before, after and across the horizon count only within it`() {
    let schedule = PerfectSchedule(
      .init(
        required: [
          .init(time: .zero - .seconds(9), replicas: 7),
          .init(time: .zero - .seconds(5), replicas: 2),
          .init(time: .zero + .seconds(3), replicas: 1),
          .init(time: .zero + .seconds(8), replicas: 9),
        ], coldStart: .seconds(1), start: .zero, end: .zero + .seconds(6), initial: 2))
    #expect(Self.drawn(schedule, seconds: 6) == "222111")
    #expect(schedule.instanceTime == .seconds(9))
    let nothing = PerfectSchedule(
      .init(required: [], coldStart: .zero, start: .zero, end: .zero, initial: 3))
    #expect((nothing.instanceTime, nothing.wanted.count) == (.zero, 1))
  }

  @Test func `a minimum charge is paid in full and the oldest stops first`() {
    // Level 2 is up for two seconds; the old replica stops in its place.
    let schedule = PerfectSchedule(
      Self.problem("0111211110", coldStart: 1, minimumCharge: 6))
    #expect(Self.drawn(schedule, seconds: 10) == "1112211110")
    #expect(schedule.instanceTime == .seconds(11))
    // Launched at 0 and 3, stopped at 5 and 9: 6 instead of 5, and 6.
    #expect(schedule.billedTime == .seconds(12))
  }

  /// A random little future, in which needs come and go.
  static func future(seed: Int) -> (text: String, coldStart: Int, initial: Int, charge: Int) {
    var random = RandomSource(seed: UInt64(seed), replication: 0)
      .stream(.phase, group: 0, entity: 0)
    func below(_ n: Int) -> Int { Int(random.next32() % UInt32(n)) }
    let text = (0..<7).map { _ in String([0, 0, 1, 1, 2][below(5)]) }.joined()
    return (text, below(4), below(3), below(6))
  }

  @Test(arguments: 0..<100)
  func `no schedule found by trying all is cheaper`(seed: Int) {
    let (text, coldStart, initial, charge) = Self.future(seed: seed)
    let schedule = PerfectSchedule(
      Self.problem(
        text, coldStart: Int64(coldStart), initial: initial, minimumCharge: Int64(charge)))
    let required = text.compactMap(\.wholeNumberValue)
    var trial = TrialOfAllSchedules(required: required, coldStart: coldStart, initial: initial)
    #expect(schedule.instanceTime == .seconds(Int64(trial.leastTime())))
    trial.minimumCharge = charge
    let least = SimDuration.seconds(Int64(trial.leastTime()))
    #expect(schedule.instanceTime <= least && least <= schedule.billedTime)
    if charge <= coldStart { #expect(schedule.billedTime == least) }
  }

  @Test(arguments: 0..<200)
  func `what is required is ready whichever replica is stopped`(seed: Int) {
    let (text, coldStart, initial, _) = Self.future(seed: seed)
    let schedule = PerfectSchedule(
      Self.problem(text, coldStart: Int64(coldStart), initial: initial))
    for stopsOldest in [true, false] {
      var ages = Array(repeating: 100, count: initial)
      for (second, required) in text.compactMap(\.wholeNumberValue).enumerated() {
        let wanted = schedule.replicas(at: .zero + .seconds(Int64(second)))
        while ages.count < wanted { ages.append(0) }
        while ages.count > wanted { ages.remove(at: stopsOldest ? 0 : ages.count - 1) }
        let ready = ages.count { $0 >= coldStart }
        #expect(ready >= (second < coldStart ? min(required, initial) : required))
        ages = ages.map { $0 + 1 }
      }
    }
  }
}
