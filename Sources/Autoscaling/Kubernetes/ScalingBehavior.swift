public import Kernel

/// How fast replicas may be added and removed: `spec.behavior`.
public struct ScalingBehavior: Hashable, Sendable {
  /// The rules for adding replicas.
  public var up: ScalingRules
  /// The rules for removing replicas.
  public var down: ScalingRules

  /// Rules for both directions; the default is Kubernetes'.
  public init(up: ScalingRules = .defaultUp, down: ScalingRules = .defaultDown) {
    self.up = up
    self.down = down
  }
}

/// How fast replicas may change in one direction: a window, and limits of which one is taken.
public struct ScalingRules: Hashable, Sendable {
  /// Which of several limits holds.
  public enum SelectPolicy: String, Hashable, Sendable, CaseIterable {
    /// The one that lets most change.
    case max = "Max"
    /// The one that lets least change.
    case min = "Min"
    /// None: nothing changes in this direction.
    case disabled = "Disabled"
  }

  /// A limit: so much change within so much time.
  public struct Policy: Hashable, Sendable {
    /// What `value` counts.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// Replicas.
      case pods = "Pods"
      /// Percent of the replicas at the start of the period.
      case percent = "Percent"
    }

    /// What `value` counts.
    public var kind: Kind
    /// Replicas or percent; positive.
    public var value: Int
    /// The time within which so much may change; Kubernetes allows 1 s to 30 min.
    public var period: SimDuration

    /// A limit.
    public init(_ kind: Kind, _ value: Int, per period: SimDuration) {
      self.kind = kind
      self.value = value
      self.period = period
    }
  }

  /// The recommendations of this much time are taken together: the lowest of them limits a rise,
  /// the highest a fall. Nil is none for a rise, the autoscaler's `downscaleStabilization` for a
  /// fall.
  public var stabilizationWindow: SimDuration?
  /// Which of the limits holds.
  public var select: SelectPolicy
  /// The limits.
  public var policies: [Policy]

  /// Rules for one direction.
  public init(
    stabilizationWindow: SimDuration? = nil, select: SelectPolicy = .max, policies: [Policy]
  ) {
    self.stabilizationWindow = stabilizationWindow
    self.select = select
    self.policies = policies
  }

  /// Kubernetes' default for adding: no window, and the larger of 4 replicas and 100% in 15 s.
  public static var defaultUp: ScalingRules {
    ScalingRules(
      stabilizationWindow: .zero,
      policies: [
        Policy(.pods, 4, per: .seconds(15)), Policy(.percent, 100, per: .seconds(15)),
      ])
  }

  /// Kubernetes' default for removing: all that is not needed, after the window.
  public static var defaultDown: ScalingRules {
    ScalingRules(policies: [Policy(.percent, 100, per: .seconds(15))])
  }

  /// The longest period of the limits; zero without one.
  package var longestPeriod: SimDuration {
    var longest = SimDuration.zero
    for policy in policies where policy.period > longest { longest = policy.period }
    return longest
  }
}
