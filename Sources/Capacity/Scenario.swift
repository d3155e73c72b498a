/// One question: a demand, the architectures that might serve it, and what is asked of them.
public struct Scenario: Sendable {
  /// The name, `[a-z0-9][a-z0-9._-]*`.
  public var name: String
  /// A sentence for people, or empty.
  public var about: String
  /// When it plays and for how long.
  public var clock: Clock
  /// Decides every random number.
  public var seed: UInt64
  /// How many times each architecture is simulated; at least one.
  public var replications: Int
  /// Who uses the service; at least one, in the order of the file.
  public var populations: [Population]
  /// The candidates; at least one, in the order of the file.
  public var architectures: [Architecture]
  /// What a candidate must hold.
  public var objectives: [Objective]
  /// What the figures lean on: catalog entries used, stated sources, defaults taken.
  public var provenance: [Provenance]

  /// A scenario of the given parts.
  public init(
    name: String, about: String = "", clock: Clock, seed: UInt64 = 1, replications: Int = 10,
    populations: [Population], architectures: [Architecture], objectives: [Objective] = [],
    provenance: [Provenance] = []
  ) {
    self.name = name
    self.about = about
    self.clock = clock
    self.seed = seed
    self.replications = replications
    self.populations = populations
    self.architectures = architectures
    self.objectives = objectives
    self.provenance = provenance
  }
}
