public import Capacity
public import Kernel

/// The spot market of one zone in one replication, as a sequence of events.
///
/// Nothing that is bought or ended changes it: the same zone has the same bad hour under every
/// architecture, and instance n the same luck in it. Only the next event is stored.
public struct SpotMarketProcess: Sendable {
  private enum Source: Sendable {
    case cycle(CycleEvents)
    case replay(ReplayEvents)
  }

  private var source: Source
  private let luck: ReclaimLuck
  private let end: SimTime

  /// The market of `zone`, one of `region`'s, over the clock's span.
  public init(zone: SpotZone, of region: SpotRegion, random: RandomSource, clock: Clock) {
    let group = randomGroup(of: zone.name)
    luck = ReclaimLuck(random: random, zone: group)
    end = clock.end
    switch zone.supply {
    case .cycle(let cycle):
      let shocks = region.shocks.map {
        ShockSequence(
          $0, random: random, region: randomGroup(of: region.name), zone: group, clock: clock)
      }
      source = .cycle(
        CycleEvents(cycle, shocks: shocks, random: random, zone: group, clock: clock))
    case .replay(let levels):
      source = .replay(ReplayEvents(levels, beginning: clock.beginning))
    }
  }

  /// The next event in order of time, or nil when there is none before the clock's end.
  ///
  /// The first says how the market stands at the beginning and may lie before it, since it tells
  /// for how long that has been so; nothing is taken before the beginning.
  public mutating func nextEvent() -> MarketEvent? {
    let event: MarketEvent?
    switch source {
    case .cycle(var cycle):
      event = cycle.next()
      source = .cycle(cycle)
    case .replay(var replay):
      event = replay.next()
      source = .replay(replay)
    }
    guard let event, event.at < end else { return nil }
    return event
  }

  /// Whether the reclaim `event`, which takes `share` of the instances, takes instance `number`.
  /// `pool` tells apart the instances of several pools.
  public func takes(instance number: Int, pool: Int = 0, event: Int, share: Double) -> Bool {
    luck(ofInstance: number, pool: pool, event: event) < share
  }

  /// The luck of an instance in an event, in (0, 1): what a drop in capacity takes are those with
  /// the smallest. It depends on nobody else; `pool` is as for `takes`.
  public func luck(ofInstance number: Int, pool: Int = 0, event: Int) -> Double {
    luck.value(instance: number, pool: pool, event: event)
  }
}
