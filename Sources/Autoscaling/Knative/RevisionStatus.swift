public import Kernel

/// Whether a revision takes requests: the condition `Active` of its autoscaler.
public enum RevisionPhase: String, Hashable, Sendable, CaseIterable {
  /// Its pods are ready: `True`.
  case active
  /// Its pods are starting: `Unknown`.
  case activating
  /// It has no traffic, and no pods or soon none: `False`.
  case inactive
}

/// What a scaler sees of a revision when it looks.
public struct RevisionStatus: Hashable, Sendable {
  /// Whether the revision takes requests.
  public var phase: RevisionPhase
  /// How long it has been in its phase.
  public var age: SimDuration
  /// Whether there were as many pods as the initial scale once.
  public var isInitialized: Bool
  /// Whether the activator is meant to be in the path of requests.
  public var isProxied: Bool
  /// How long the activator has been in the path; zero when it is not.
  public var proxiedFor: SimDuration
  /// Whether the activator answers when the revision is probed.
  public var activatorAnswers: Bool

  /// What is seen of a revision.
  public init(
    phase: RevisionPhase, age: SimDuration, isInitialized: Bool = true, isProxied: Bool = false,
    proxiedFor: SimDuration = .zero, activatorAnswers: Bool = true
  ) {
    self.phase = phase
    self.age = age
    self.isInitialized = isInitialized
    self.isProxied = isProxied
    self.proxiedFor = proxiedFor
    self.activatorAnswers = activatorAnswers
  }
}

extension RevisionScaler {
  /// What a scaler does.
  public struct Outcome: Hashable, Sendable {
    /// The pods that there should be, or `RevisionScaler.unknown`.
    public var scale: Int
    /// Whether the pods are set to it now.
    public var isApplied: Bool
    /// Whether it asks to look again when a wait is over.
    public var requeues = false
    /// Whether it asks for probes of the activator until it answers.
    public var probes = false
    /// What decided, or nil when the wish was granted as it was.
    public var reason: ScalingReason?
  }
}
