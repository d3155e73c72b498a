/// What decides the users of a run: two runs of one origin have the same users.
public struct BaselineOrigin: Hashable, Sendable {
  /// The scenario's name.
  public var scenario: String
  /// The version of headroom.
  public var version: String
  /// The seed.
  public var seed: UInt64
  /// How many replications there are, from number 0 on.
  public var replications: Int
  /// A fingerprint of the populations.
  public var demandDigest: String
  /// A fingerprint of start, span, warm-up and month.
  public var clockDigest: String

  /// What decides the users of a run.
  public init(
    scenario: String, version: String, seed: UInt64, replications: Int, demandDigest: String,
    clockDigest: String
  ) {
    self.scenario = scenario
    self.version = version
    self.seed = seed
    self.replications = replications
    self.demandDigest = demandDigest
    self.clockDigest = clockDigest
  }
}

/// How a run is compared with a baseline.
public enum BaselinePairing: Hashable, Sendable {
  /// Why replications of two runs are not pairs.
  public enum Obstacle: Hashable, Sendable {
    /// Another seed.
    case seed(was: UInt64, now: UInt64)
    /// Another version of headroom.
    case version(was: String, now: String)
    /// Other users.
    case demand
    /// Another start, span, warm-up or month.
    case clock
  }

  /// Replication by replication, over so many that both have.
  case paired(replications: Int)
  /// As two independent samples, for the reasons given; at least one.
  case unpaired([Obstacle])

  /// How a run of origin `now` is compared with one of origin `was`.
  public init(was: BaselineOrigin, now: BaselineOrigin) {
    var obstacles: [Obstacle] = []
    if was.seed != now.seed { obstacles.append(.seed(was: was.seed, now: now.seed)) }
    if was.version != now.version {
      obstacles.append(.version(was: was.version, now: now.version))
    }
    if was.demandDigest != now.demandDigest { obstacles.append(.demand) }
    if was.clockDigest != now.clockDigest { obstacles.append(.clock) }
    self =
      obstacles.isEmpty
      ? .paired(replications: min(was.replications, now.replications)) : .unpaired(obstacles)
  }

  /// Whether replications are pairs.
  public var isPaired: Bool {
    if case .paired = self { return true }
    return false
  }
}
