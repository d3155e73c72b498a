public import Kernel

/// A quantity that an observed trace gives from instant to instant, replayed against the clock.
public struct TimedSteps<Value: Hashable & Sendable>: Hashable, Sendable {
  /// A value from an instant on.
  public struct Step: Hashable, Sendable {
    /// The instant, by the trace's own clock.
    public var at: SimDuration
    /// The value from then on.
    public var value: Value

    /// A value from an instant on.
    public init(at: SimDuration, value: Value) {
      self.at = at
      self.value = value
    }
  }

  /// What comes after the last step.
  public enum Ending: String, Hashable, Sendable, CaseIterable {
    /// The last value stays.
    case hold
    /// The trace begins again at the instant of its last step, whose value is never played.
    case loop
  }

  /// At least one, two with `loop`; strictly ascending in time. Before the first its value holds,
  /// or with `loop` the end of the round before.
  public let steps: [Step]
  /// What comes after the last step.
  public let ending: Ending
  /// What the trace's clock shows at instant zero of the simulation.
  public var offset: SimDuration

  /// A trace. To have its instant `bad` at the simulation's instant `hour`, let `offset` be
  /// `bad - (hour - .zero)`.
  public init(_ steps: [Step], ending: Ending = .hold, offset: SimDuration = .zero) {
    precondition(steps.count > (ending == .loop ? 1 : 0), "a trace needs steps to play")
    precondition(
      zip(steps, steps.dropFirst()).allSatisfy { $0.at < $1.at }, "a trace goes forward in time")
    self.steps = steps
    self.ending = ending
    self.offset = offset
  }

  /// The value at an instant.
  public func value(at instant: SimTime) -> Value { steps[place(of: instant).index].value }

  /// The first instant after `instant` at which the value changes, with the new value; nil when
  /// it never does.
  public func change(after instant: SimTime) -> (at: SimTime, value: Value)? {
    var (index, into) = place(of: instant)
    let value = steps[index].value
    var at = instant
    // A loop whose values are all alike comes back to where it began without a change.
    for _ in 0..<steps.count {
      guard let next = next(after: index) else { return nil }
      at += next.gap - into
      into = .zero
      index = next.index
      if steps[index].value != value { return (at, steps[index].value) }
    }
    return nil
  }

  /// Since when, up to `instant`, every value has been such; nil when it has been so forever.
  ///
  /// The value at `instant` must be such.
  public func start(until instant: SimTime, of isSuch: (Value) -> Bool) -> SimTime? {
    let (place, into) = place(of: instant)
    var index = place
    var start = instant - into
    // One round back, at most, everything has been seen.
    for _ in 0..<steps.count {
      guard let before = previous(before: index) else { return nil }
      if !isSuch(steps[before.index].value) { return start }
      start = start - before.gap
      index = before.index
    }
    return nil
  }

  /// A number of the step at an instant, not negative, that no other step or round has.
  public func number(at instant: SimTime) -> Int {
    let (index, into) = place(of: instant)
    guard ending == .loop else { return index }
    let clock = (instant - .zero) + offset
    let rounds = Int((clock - into - steps[index].at).nanoseconds / round.nanoseconds)
    // The rounds before the one that the trace's clock begins with have the odd numbers.
    return (rounds >= 0 ? 2 * rounds : -2 * rounds - 1) * (steps.count - 1) + index
  }

  /// The step at an instant and for how long it has been playing; negative before the first.
  func place(of instant: SimTime) -> (index: Int, into: SimDuration) {
    var clock = (instant - .zero) + offset
    if ending == .loop { clock = steps[0].at + inRound(clock - steps[0].at) }
    var below = 0
    var above = steps.count
    // The steps before `below` are at or before the clock, those from `above` on are after it.
    while below < above {
      let middle = (below + above) / 2
      if steps[middle].at <= clock { below = middle + 1 } else { above = middle }
    }
    let index = Swift.max(below - 1, 0)
    return (index, clock - steps[index].at)
  }

  /// The length of a round of a trace that loops.
  var round: SimDuration { steps[steps.count - 1].at - steps[0].at }

  private func inRound(_ time: SimDuration) -> SimDuration {
    let rest = time.nanoseconds % round.nanoseconds
    return .nanoseconds(rest < 0 ? rest + round.nanoseconds : rest)
  }

  /// The step that comes before and how long it plays.
  private func previous(before index: Int) -> (index: Int, gap: SimDuration)? {
    if index > 0 { return (index - 1, steps[index].at - steps[index - 1].at) }
    guard ending == .loop else { return nil }
    let last = steps.count - 2
    return (last, steps[last + 1].at - steps[last].at)
  }

  /// The step that follows and how long the one before it plays.
  func next(after index: Int) -> (index: Int, gap: SimDuration)? {
    guard index + 1 < steps.count else { return nil }
    let gap = steps[index + 1].at - steps[index].at
    let isRoundOver = ending == .loop && index + 2 == steps.count
    return (isRoundOver ? 0 : index + 1, gap)
  }
}
