/// A pool that buys on demand and in the spot markets of several zones.
public struct MarketPurchase: Hashable, Sendable {
  /// The markets; its zones are those that the pool may use, in the order of preference.
  public var region: SpotRegion
  /// How the pool divides what it wants.
  public var mix: PurchaseMix

  /// A purchase in a region's zones.
  public init(region: SpotRegion, mix: PurchaseMix = PurchaseMix()) {
    self.region = region
    self.mix = mix
  }
}
