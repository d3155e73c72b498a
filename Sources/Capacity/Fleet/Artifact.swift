public import Kernel

/// A file that an instance needs before it can serve: the container image or the model.
public struct Artifact: Hashable, Sendable {
  /// Where a copy stays once it has been fetched.
  public enum Cache: String, Hashable, Sendable, CaseIterable {
    /// Nowhere: each replica fetches it.
    case none
    /// On the node's disk, for the replicas that come to the node after it. A machine of its own
    /// that is new has nothing on its disk.
    case node
    /// On the disk of every machine from the start, as part of the machine image.
    case baked
  }

  /// Where it is fetched from.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    /// A store in the pool's region.
    case sameRegion = "same_region"
    /// A store elsewhere: what is fetched is egress.
    case otherRegion = "other_region"
  }

  /// How much is fetched; nil when only the time is known.
  public var size: Bytes?
  /// How fast the instance fetches it alone; nil when only the time is known.
  public var bandwidth: Bandwidth?
  /// Where a copy stays.
  public var cache: Cache
  /// How long it takes in seconds when a copy is there.
  public var hit: Distribution
  /// Where it is fetched from.
  public var origin: Origin

  /// A file that an instance needs.
  public init(
    size: Bytes? = nil, bandwidth: Bandwidth? = nil, cache: Cache = .none,
    hit: Distribution = .constant(0), origin: Origin = .sameRegion
  ) {
    self.size = size
    self.bandwidth = bandwidth
    self.cache = cache
    self.hit = hit
    self.origin = origin
  }
}
