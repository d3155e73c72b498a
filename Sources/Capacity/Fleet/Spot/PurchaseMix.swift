public import Kernel

/// How a pool divides what it wants between on demand and spot, and spot between zones.
public struct PurchaseMix: Hashable, Sendable {
  /// Instances that are always on demand; not negative.
  public var base: Int
  /// The share of those above the base that are spot, from 0 to 1.
  public var spotShare: Double
  /// Whether spot instances that no zone has are had on demand until one has.
  public var fallsBack: Bool
  /// Which zone a spot instance is launched in.
  public var choice: ZoneChoice
  /// How long a zone must have been open before spot is launched there; not negative. Most spans
  /// of a market whose hazard falls with age are short, and this passes those over.
  public var settle: SimDuration

  /// A mix.
  public init(
    base: Int = 0, spotShare: Double = 1, fallsBack: Bool = true, choice: ZoneChoice = .spread,
    settle: SimDuration = .zero
  ) {
    precondition(base >= 0, "a base cannot be negative")
    precondition((0...1).contains(spotShare), "a share lies within 0...1")
    precondition(settle >= .zero, "a wait cannot be negative")
    self.base = base
    self.spotShare = spotShare
    self.fallsBack = fallsBack
    self.choice = choice
    self.settle = settle
  }

  /// How many of `wanted` instances are to be on demand and spot; a fraction goes on demand.
  public func division(of wanted: Int) -> (onDemand: Int, spot: Int) {
    let above = max(wanted - base, 0)
    // A share such as 0.29 of 100 is a hair below its whole number.
    let spot = min(Int(Double(above) * spotShare + 1e-9), above)
    return (wanted - spot, spot)
  }
}

/// Which zone a spot instance is launched in; ties go to the zone listed first.
public enum ZoneChoice: String, Hashable, Sendable, CaseIterable {
  /// The first that has capacity.
  case listed
  /// The one with the fewest of the pool's spot instances.
  case spread
  /// The one that has had capacity for the longest.
  case capacityOptimized = "capacity_optimized"
  /// The cheapest.
  case cheapest
}
