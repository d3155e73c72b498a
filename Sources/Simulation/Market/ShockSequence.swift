import Capacity
import Kernel

/// The shocks of a region that reach one zone, in order of time.
///
/// Every zone goes through the same sequence by itself, so that no zone waits for another.
struct ShockSequence: Sendable {
  private let shocks: RegionalShocks
  private let random: RandomSource
  private let region: Int
  private let zone: Int
  /// The shock that the sequence has come to.
  private var number = 0
  private var at: SimTime
  /// The uniform number that decides how long the zones hit are closed.
  private var length = 0.0

  init(
    _ shocks: RegionalShocks, random: RandomSource, region: Int, zone: Int, clock: Clock
  ) {
    self.shocks = shocks
    self.random = random
    self.region = region
    self.zone = zone
    at = settledOrigin(before: clock, mean: shocks.every.seconds)
    draw()
  }

  /// The first shock after `instant` that reaches the zone; instants must not go back. Nil when
  /// none ever does.
  mutating func first(after instant: SimTime) -> (at: SimTime, length: Double)? {
    guard shocks.reach > 0 else { return nil }
    while at <= instant || !isReached { advance() }
    return (at, length)
  }

  private mutating func advance() {
    number += 1
    draw()
  }

  private mutating func draw() {
    var stream = random.stream(.regionalShock, group: region, entity: number)
    let gap = Distribution.exponential(mean: shocks.every.seconds).draw(stream.nextUniform())
    at += max(SimDuration(seconds: gap), .nanoseconds(1))
    length = stream.nextUniform()
  }

  private var isReached: Bool {
    var stream = random.stream(.shockReach, group: zone, entity: number)
    return stream.nextUniform() < shocks.reach
  }
}
