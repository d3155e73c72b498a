import Capacity
import Kernel
import Simulation
import Testing

@Suite struct AvailabilityTests {
  static let hours: Int64 = 20_000

  static let machine = SpotCycle(
    upTime: .exponential(mean: 7_200), downTime: .exponential(mean: 600))

  /// The spans in which each of ten zones is open, as +1 and -1 in order of time.
  static let changes: [(at: SimTime, step: Int)] = {
    var changes: [(at: SimTime, step: Int)] = []
    for zone in 0..<10 {
      let events = MarketSample.events(
        MarketSample.zone("zone-\(zone)", .cycle(machine)), clock: MarketSample.clock(hours: hours))
      var isOpen = false
      for event in events where (event.kind == .opens) != isOpen {
        if case .reclaims = event.kind { continue }
        isOpen.toggle()
        changes.append((max(event.at, .zero), isOpen ? 1 : -1))
      }
    }
    return changes.sorted { $0.at < $1.at }
  }()

  /// The share of the time in which `holds` of the number of open zones, from 0 to 1.
  static func share(_ holds: (Int) -> Double) -> Double {
    var open = 0
    var sum = 0.0
    var last = SimTime.zero
    for change in changes + [(MarketSample.clock(hours: hours).end, 0)] {
      sum += holds(open) * (change.at - last).seconds
      last = change.at
      open += change.step
    }
    return sum / (Double(hours) * 3_600)
  }

  // A two-state chain forgets with time constant 1/(1/7200 + 1/600) = 554 s, and so do ten of them
  // at most: over T seconds the mean of an indicator of probability p has a variance of at most
  // 2·p(1-p)·554/T. Ten machines are ten times as long. Five standard errors: one seed in 1.7
  // million fails.
  @Test func `a two-state machine is available MTTF over MTTF plus MTTR of the time`() {
    let expected = 0.92307692
    let seconds = 10 * Double(Self.hours) * 3_600
    let error = (2 * expected * (1 - expected) * 554 / seconds).squareRoot()
    let share = Self.share { Double($0) / 10 }
    #expect((share - expected).magnitude < 5 * error, "\(share)")
  }

  @Test func `eight of ten machines are up as often as the binomial says`() {
    let expected = 0.96377338
    let error = (2 * expected * (1 - expected) * 554 / (Double(Self.hours) * 3_600)).squareRoot()
    let share = Self.share { $0 >= 8 ? 1 : 0 }
    #expect((share - expected).magnitude < 5 * error, "\(share)")
  }

  // At instant zero over many replications: the market is found as at any moment, not fresh. Five
  // standard errors of 4,000 replications.
  @Test func `the market is found open as often as it is open`() {
    var open = 0
    for replication in 0..<4_000 {
      let first = MarketSample.events(
        MarketSample.zone("zone", .cycle(Self.machine)), replication: replication,
        clock: Clock(measure: .seconds(1), interval: .seconds(1))
      ).first
      if first?.kind == .opens { open += 1 }
    }
    let expected = 0.92307692
    let error = (expected * (1 - expected) / 4_000).squareRoot()
    #expect((Double(open) / 4_000 - expected).magnitude < 5 * error, "\(open)")
  }

  /// The share of the time in which a zone is open over some years, for each of many zones.
  static func shares(_ upTime: Distribution, _ downTime: Distribution) -> [Double] {
    (0..<20).map { zone in
      let events = MarketSample.events(
        MarketSample.zone("z-\(zone)", .cycle(SpotCycle(upTime: upTime, downTime: downTime))),
        clock: MarketSample.clock(hours: hours))
      var (open, since) = (0.0, SimTime?.none)
      for event in events {
        if event.kind == .opens { since = max(event.at, .zero) }
        if event.kind == .closes, let start = since {
          open += (event.at - start).seconds
          since = nil
        }
      }
      if let start = since { open += (MarketSample.clock(hours: hours).end - start).seconds }
      return open / (Double(hours) * 3_600)
    }
  }

  static let laws: [(Distribution, Distribution, Double)] = [
    (.weibull(shape: 0.66, scale: 7_200), .exponential(mean: 600), 0.941602),
    (.lognormal(mu: Elementary.log(7_200), sigma: 1.4, shift: 0), .constant(600), 0.969673),
    (
      .weibull(shape: 0.66, scale: 7_200),
      .lognormal(mu: Elementary.log(600), sigma: 1.3, shift: 0), 0.873835
    ),
  ]

  // Renewal and reward: E[U]/(E[U] + E[D]) whatever the laws. Zones are independent, so the mean of
  // 20 has its standard error from their spread; beyond six of them Student's t with 19 degrees of
  // freedom lies once in 100,000. A zone that is closed already at time zero is not reclaimed there.
  @Test(arguments: laws)
  func `availability asks for the means of up-times and down-times alone`(
    up: Distribution, down: Distribution, expected: Double
  ) {
    let shares = Self.shares(up, down)
    let mean = shares.reduce(0, +) / 20
    let spread = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 19
    #expect((mean - expected).magnitude < 6 * (spread / 20).squareRoot(), "\(mean)")
  }

  // Kolmogorov and Smirnov: P(√n·D > 2.7) < 1e-6. The floor of a second moves D by at most
  // F(1 s) = 0.0025.
  @Test func `up-times without shocks are Weibull`() {
    let shape = 0.66
    let scale = 10_000.0
    let cycle = SpotCycle(
      upTime: .weibull(shape: shape, scale: scale), downTime: .constant(600), beginsOpen: true)
    let events = MarketSample.events(
      MarketSample.zone("zone", .cycle(cycle)), clock: MarketSample.clock(hours: 40_000))
    let times = MarketSample.upTimes(events).sorted()
    #expect(times.count > 9_000)
    var distance = 0.0
    for (index, time) in times.enumerated() {
      let law = 1 - Elementary.exp(-Elementary.pow(time / scale, shape))
      let low = Double(index) / Double(times.count)
      let high = Double(index + 1) / Double(times.count)
      distance = max(distance, law - low, high - law)
    }
    #expect(distance < 2.7 / Double(times.count).squareRoot() + 0.0025, "\(distance)")
  }
}
