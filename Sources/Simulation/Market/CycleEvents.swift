import Capacity
import Kernel

/// The events of a market that is open and closed by turns.
///
/// Invariant: `opened < closed < reopens`, and no event of an earlier cycle is still to be given.
struct CycleEvents: Sendable {
  private enum Step { case opens, closes, reclaims }

  private let cycle: SpotCycle
  private var shocks: ShockSequence?
  private let random: RandomSource
  private let zone: Int
  /// The number of the cycle, from its origin.
  private var number = 0
  private var opened: SimTime
  private var closed = SimTime.zero
  private var reopens = SimTime.zero
  private var step = Step.opens
  /// Nobody was there when it closed before the beginning.
  private var sparesReclaim = false

  init(
    _ cycle: SpotCycle, shocks: ShockSequence?, random: RandomSource, zone: Int, clock: Clock
  ) {
    self.cycle = cycle
    self.shocks = shocks
    self.random = random
    self.zone = zone
    let beginning = clock.beginning
    let mean = cycle.upTime.mean + cycle.downTime.mean
    opened = cycle.beginsOpen ? beginning : settledOrigin(before: clock, mean: mean)
    draw()
    while reopens <= beginning { advance() }
    if closed <= beginning {
      step = .closes
      sparesReclaim = true
    }
  }

  mutating func next() -> MarketEvent {
    switch step {
    case .opens:
      step = .closes
      return MarketEvent(at: opened, number: number, kind: .opens)
    case .closes:
      let event = MarketEvent(at: closed, number: number, kind: .closes)
      step = .reclaims
      if sparesReclaim { advance() }
      sparesReclaim = false
      return event
    case .reclaims:
      let event = MarketEvent(at: closed, number: number, kind: .reclaims(share: share()))
      advance()
      return event
    }
  }

  private mutating func advance() {
    opened = reopens
    number += 1
    step = .opens
    draw()
  }

  /// Draws when the cycle that begins at `opened` closes and reopens.
  private mutating func draw() {
    var stream = random.stream(.marketCycle, group: zone, entity: number)
    closed = opened + Self.span(cycle.upTime, stream.nextUniform())
    var down = stream.nextUniform()
    if let shock = shocks?.first(after: opened), shock.at < closed {
      closed = shock.at
      down = shock.length
    }
    reopens = closed + Self.span(cycle.downTime, down)
  }

  private static func span(_ length: Distribution, _ uniform: Double) -> SimDuration {
    // At least a second, so that a market cannot open and close without end.
    max(SimDuration(seconds: length.draw(uniform)), .seconds(1))
  }

  private func share() -> Double {
    var stream = random.stream(.reclaimShare, group: zone, entity: number)
    let kind = stream.nextUniform()
    return cycle.share.draw(kind, stream.nextUniform())
  }
}

/// An instant so long before the beginning that a renewal process with spans of this mean, in
/// seconds, has forgotten by then how it began: 50 spans or more, within ten years each way.
///
/// It is a multiple of 50 spans before instant zero, so that the warm-up's length, within those,
/// does not move it.
func settledOrigin(before clock: Clock, mean: Double) -> SimTime {
  let lead = min(max(SimDuration(seconds: 50 * mean), .minutes(1)), .days(3_650))
  return .zero - lead * (2 + clock.warmUp.nanoseconds / lead.nanoseconds)
}
