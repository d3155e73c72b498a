public import Kernel
import Simulation

/// Evidence that an architecture cannot serve what it is offered.
///
/// Two signs, looked for in each replication. *A backlog that grows*: over the second half of the
/// span the queue gains at least 1% of the frames offered there and at least 100, and ends with
/// more than ten seconds of work at the rate served there. *Work beyond capacity*: for at least
/// ten minutes together (a quarter of a shorter span) lanes are busy 99% of the time or more while
/// over 1% of the frames that end are dropped or rejected. Fewer than a tenth of the replications
/// are bad luck, not a sign.
public struct Overload: Hashable, Sendable {
  /// The first instant at which a replication showed it, and the last.
  public let first: SimTime
  /// The end of the last stretch.
  public let last: SimTime
  /// How many replications show it; at least one.
  public let replications: Int
  /// Of how many.
  public let of: Int

  /// Whether half of the replications or more show it: then the architecture is no answer.
  public var isDisqualifying: Bool { 2 * replications >= of }

  init?(_ digests: [ReplicationDigest]) {
    let stretches = digests.compactMap { Self.stretch(in: $0.timeline) }
    guard let first = stretches.map(\.start).min(), let last = stretches.map(\.end).max(),
      10 * stretches.count >= digests.count
    else { return nil }
    self.first = first
    self.last = last
    replications = stretches.count
    of = digests.count
  }

  private struct Stretch {
    var start: SimTime
    var end: SimTime
    var length: SimDuration { end - start }
  }

  private static func stretch(in rows: [TimelineRow]) -> Stretch? {
    growingBacklog(rows) ?? saturated(rows)
  }

  private static func growingBacklog(_ rows: [TimelineRow]) -> Stretch? {
    guard rows.count >= 2, let final = rows.last else { return nil }
    let half = rows[(rows.count / 2)...]
    let before = rows[rows.count / 2 - 1]
    let gained = final.waiting - before.waiting
    let offered = half.reduce(0) { $0 + $1.offered }
    let answered = half.reduce(0) { $0 + $1.outcomes[.served] + $1.outcomes[.late] }
    let end = final.start + final.length
    let start = before.start + before.length
    let tenSeconds = 10 * Double(answered) / (end - start).seconds
    guard gained >= 100, 100 * gained >= offered, Double(final.waiting) > tenSeconds else {
      return nil
    }
    // It grew from the last interval that ended with next to nothing waiting.
    let since = rows.last { $0.waiting * 10 < gained }.map { $0.start + $0.length }
    return Stretch(start: since ?? rows[0].start, end: end)
  }

  /// The longest stretch of work beyond capacity, the first of several as long.
  private static func saturated(_ rows: [TimelineRow]) -> Stretch? {
    guard let head = rows.first, let final = rows.last else { return nil }
    let span = final.start + final.length - head.start
    let needed = min(SimDuration.minutes(10), SimDuration(nanoseconds: span.nanoseconds / 4))
    var longest: Stretch?
    var current: Stretch?
    for row in rows {
      guard isSaturated(row) else {
        current = nil
        continue
      }
      let end = row.start + row.length
      current = Stretch(start: current?.start ?? row.start, end: end)
      if let current, current.length > longest?.length ?? .zero { longest = current }
    }
    guard let longest, longest.length >= needed else { return nil }
    return longest
  }

  private static func isSaturated(_ row: TimelineRow) -> Bool {
    let turnedAway = row.outcomes[.dropped] + row.outcomes[.rejected]
    return (row.utilization ?? 0) >= 0.99 && 100 * turnedAway > row.outcomes.total
  }
}
