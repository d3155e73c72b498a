import Capacity
import Kernel

/// What is known of a population's sessions before they start.
struct SignalState {
  /// A session that has been announced and has not started.
  struct Announcement {
    /// Its number within the population.
    let number: Int
    /// The instance of a serverless pool that is kept for it, if any.
    let instance: Int?
  }

  private let signal: StartSignal
  /// A copy of the population's own sequence, which runs ahead of it.
  private var sequence: ArrivalSequence
  private var nextNumber = 0
  /// The number of the session that is announced next.
  private(set) var coming = 0
  /// Announced sessions, in the order in which they start.
  private var open: [Announcement] = []

  /// The announcements of sessions that start as `sequence` says, of which none was taken yet.
  init(_ signal: StartSignal, _ sequence: ArrivalSequence) {
    self.signal = signal
    self.sequence = sequence
  }

  /// When the next session is announced, not before `beginning`; nil after the last.
  mutating func next(
    from beginning: SimTime, _ random: RandomSource, group: Int
  ) -> SimTime? {
    while let start = sequence.next() {
      coming = nextNumber
      nextNumber += 1
      let instant = start - signal.before
      guard instant >= beginning else { continue }
      var draws = random.stream(.signal, group: group, entity: coming)
      if draws.nextUniform() < signal.share { return instant }
    }
    return nil
  }

  /// Notes that the next session has been announced, and which instance is kept for it.
  mutating func open(keeping instance: Int?) {
    open.append(Announcement(number: coming, instance: instance))
  }

  /// Takes out the announcement of a session that starts, or nil if it made none.
  mutating func close(_ number: Int) -> Announcement? {
    open.first?.number == number ? open.removeFirst() : nil
  }
}
