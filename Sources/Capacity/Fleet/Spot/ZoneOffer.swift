public import Kernel

/// What a zone has for a pool, and what the pool has there.
public struct ZoneOffer: Hashable, Sendable {
  /// How many more spot instances the market would give now; 0 when it is closed.
  public var room: Int
  /// Since when the market has had capacity; means nothing when `room` is 0.
  public var openSince: SimTime
  /// What an hour of spot costs now.
  public var price: HourlyPrice
  /// The pool's spot instances there that are not leaving, starting ones included.
  public var spot: Int
  /// Those of them that are ready.
  public var spotReady: Int
  /// The pool's on-demand instances there that are not leaving, starting ones included.
  public var onDemand: Int

  /// A zone as a pool sees it.
  public init(
    room: Int, openSince: SimTime, price: HourlyPrice, spot: Int, spotReady: Int, onDemand: Int
  ) {
    self.room = room
    self.openSince = openSince
    self.price = price
    self.spot = spot
    self.spotReady = spotReady
    self.onDemand = onDemand
  }
}

/// What a pool is to do in a zone; nothing is launched and ended of the same purchase.
public struct ZoneOrder: Hashable, Sendable {
  /// Spot instances to launch.
  public var launchSpot = 0
  /// On-demand instances to launch.
  public var launchOnDemand = 0
  /// Spot instances to give up.
  public var endSpot = 0
  /// On-demand instances to give up.
  public var endOnDemand = 0

  /// Nothing to do.
  public init() {}
}
