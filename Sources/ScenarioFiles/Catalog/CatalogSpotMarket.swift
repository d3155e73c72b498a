public import Capacity
public import Kernel

/// How long a spot instance is left to run in one zone.
public struct CatalogSpotMarket: Sendable {
  /// The name, `[a-z0-9][a-z0-9._-]*`: GPU, zone, month.
  public var name: String
  /// The time from launch until the provider takes the instance back, in seconds.
  public var upTime: Distribution
  /// Who measured it, when; the value says on what.
  public var provenance: Provenance

  /// A spot market.
  public init(name: String, upTime: Distribution, provenance: Provenance) {
    self.name = name
    self.upTime = upTime
    self.provenance = provenance
  }
}
