public import Kernel

/// How a zone's spot market stands, from the events that have happened.
public struct ZoneMarket: Hashable, Sendable {
  /// How many instances the market would hold: 0 when closed, `Int.max` when open without limit.
  public private(set) var level = 0
  /// Since when the market has been open, or closed.
  public private(set) var since: SimTime

  /// A market that is closed, until its first event says otherwise.
  public init(at instant: SimTime) { since = instant }

  /// Whether a launch could succeed.
  public var isOpen: Bool { level > 0 }

  /// How many more launches succeed when so many instances are held that are not leaving.
  public func room(held: Int) -> Int { max(level - held, 0) }

  /// How many of the instances held that are not leaving a replayed level takes.
  public func excess(held: Int) -> Int { max(held - level, 0) }

  /// Takes note of an event; events must come in order of time.
  public mutating func apply(_ event: MarketEvent) {
    let wasOpen = isOpen
    switch event.kind {
    case .opens: level = .max
    case .closes: level = 0
    case .reclaims: break
    case .holds(let most): level = most
    }
    if isOpen != wasOpen { since = event.at }
  }
}
