public import Capacity
public import Kernel

/// How long a stage of a cold start takes.
public struct CatalogStart: Sendable {
  /// The name, `[a-z0-9][a-z0-9._-]*`.
  public var name: String
  /// The key under `start:` that it fits: `boot`, `image`, `load` or `warm_up`.
  public var stage: String
  /// How long it takes, in seconds.
  public var distribution: Distribution
  /// Who measured it, when; the value says on what.
  public var provenance: Provenance

  /// A stage of a cold start.
  public init(name: String, stage: String, distribution: Distribution, provenance: Provenance) {
    self.name = name
    self.stage = stage
    self.distribution = distribution
    self.provenance = provenance
  }
}
