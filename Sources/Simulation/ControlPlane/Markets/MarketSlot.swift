/// Where an instance is and how it was bought, in a pool that buys in the spot markets of zones.
struct MarketSlot: Hashable {
  /// The zone, by its place among the pool's.
  var zone: Int
  /// Whether it is spot; otherwise it is on demand and stays.
  var isSpot: Bool
}
