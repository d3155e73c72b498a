/// A replay in figures, beside what was recorded.
public struct ReplaySummary: Hashable, Sendable {
  /// A number of replicas over time.
  public struct Course: Hashable, Sendable {
    /// The mean over looks.
    public var mean: Double
    /// The fewest.
    public var min: Int
    /// The most.
    public var max: Int
    /// How often it rose.
    public var rises: Int
    /// How often it fell.
    public var falls: Int

    init(_ values: [Int]) {
      mean = Double(values.reduce(0, +)) / Double(Swift.max(values.count, 1))
      min = values.min() ?? 0
      max = values.max() ?? 0
      rises = zip(values, values.dropFirst()).count { $0 < $1 }
      falls = zip(values, values.dropFirst()).count { $0 > $1 }
    }
  }

  /// A look at which the policy asked for another number than at the look before.
  public struct Change: Hashable, Sendable {
    /// What it asked for before; at the first look what was recorded.
    public var from: Int
    /// The look.
    public var step: Replay.Step
  }

  /// What was recorded, at the policy's looks.
  public let recorded: Course
  /// What the policy asked for.
  public let decided: Course
  /// The mean distance between the two.
  public let meanApart: Double
  /// The look at which they were furthest apart; the first of several.
  public let furthest: Replay.Step?
  /// Every change, in order of time.
  public let changes: [Change]

  /// Sums up the looks of a replay.
  public init(_ steps: [Replay.Step]) {
    recorded = Course(steps.map(\.recorded))
    decided = Course(steps.map(\.decided))
    let distances = steps.map { abs($0.decided - $0.recorded) }
    meanApart = Double(distances.reduce(0, +)) / Double(Swift.max(steps.count, 1))
    furthest = distances.max().flatMap { most in
      most == 0 ? nil : distances.firstIndex(of: most).map { steps[$0] }
    }
    var before = steps.first?.recorded
    var changes: [Change] = []
    for step in steps {
      if let from = before, from != step.decided { changes.append(Change(from: from, step: step)) }
      before = step.decided
    }
    self.changes = changes
  }
}
