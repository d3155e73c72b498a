public import Kernel

/// A replay in figures, beside what was recorded.
public struct ReplaySummary: Hashable, Sendable {
  /// A number of replicas over time.
  public struct Course: Hashable, Sendable {
    /// The mean over looks, which are equally far apart.
    public private(set) var mean = 0.0
    /// The fewest.
    public private(set) var min = Int.max
    /// The most.
    public private(set) var max = 0
    private var sum = 0
    private var looks = 0

    mutating func add(_ replicas: Int) {
      sum += replicas
      looks += 1
      mean = Double(sum) / Double(looks)
      min = Swift.min(min, replicas)
      max = Swift.max(max, replicas)
    }
  }

  /// That the policy asked for other replicas than it was told of.
  ///
  /// A look that asks for the same again is the same decision. In shadow mode, where the pool does
  /// not obey, a decision lasts until the policy asks for what it is told or for another number.
  public struct Decision: Hashable, Sendable {
    /// The look at which it was made; from `told` to `decided`.
    public var step: Replay.Step
    /// Until when it was asked for; the last look if to the end.
    public var until: SimTime

    /// Whether it asked for more.
    public var isUp: Bool { step.decided > step.told }
  }

  /// What was recorded, at the policy's looks.
  public private(set) var recorded = Course()
  /// How often the recorded replicas rose.
  public private(set) var recordedRises = 0
  /// How often the recorded replicas fell.
  public private(set) var recordedFalls = 0
  /// What the policy asked for.
  public private(set) var decided = Course()
  /// Every decision, in order of time.
  public private(set) var decisions: [Decision] = []
  /// The share of looks at which it asked for other replicas than were recorded; 0 to 1.
  public var shareApart: Double { looks > 0 ? Double(apart) / Double(looks) : 0 }
  /// The look at which both were furthest apart, the first of several; nil when they never were.
  public private(set) var furthest: Replay.Step?

  private var looks = 0
  private var apart = 0
  private var last: Replay.Step?
  /// Whether the last decision still stands.
  private var isOpen = false

  /// Sums up the looks of a replay.
  public init(_ steps: some Sequence<Replay.Step>, mode: Replay.Mode) {
    for step in steps { add(step, mode) }
  }

  /// Sums up a replay.
  public init(_ replay: Replay) { self.init(replay, mode: replay.mode) }

  /// How often it asked for more.
  public var rises: Int { decisions.count(where: \.isUp) }
  /// How often it asked for fewer.
  public var falls: Int { decisions.count - rises }

  private mutating func add(_ step: Replay.Step, _ mode: Replay.Mode) {
    looks += 1
    recorded.add(step.recorded)
    decided.add(step.decided)
    if let last, last.recorded < step.recorded { recordedRises += 1 }
    if let last, last.recorded > step.recorded { recordedFalls += 1 }
    let distance = abs(step.decided - step.recorded)
    if distance > 0 { apart += 1 }
    if distance > (furthest.map { abs($0.decided - $0.recorded) } ?? 0) { furthest = step }
    decide(step, mode)
    last = step
  }

  private mutating func decide(_ step: Replay.Step, _ mode: Replay.Mode) {
    if isOpen, let open = decisions.indices.last {
      decisions[open].until = step.time
      let isKept = decisions[open].step.decided == step.decided
      // A pool that obeys agrees from the next look on, which ends nothing.
      isOpen = isKept && (mode == .follow || step.told != step.decided)
    }
    if !isOpen, step.told != step.decided {
      decisions.append(Decision(step: step, until: step.time))
      isOpen = true
    }
  }
}
