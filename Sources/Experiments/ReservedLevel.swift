import Capacity
import Kernel
import Simulation

/// How many instances of a pool to reserve: the newsvendor's answer to the hours of a run, with
/// savings plans and other reservations as they are.
public struct ReservedLevel: Hashable, Sendable {
  /// The pool.
  public let pool: String
  /// How many are reserved.
  public let now: Int
  /// The level that would have cost least over all whole hours of all replications.
  public let best: Int
  /// Dollars an hour, reserved and on demand together, at the level that is and at the best.
  public let costNow: Double
  /// As `costNow`, at the best level.
  public let costOfBest: Double

  /// The levels of an architecture's pools that have reserved instances, in their order; none when
  /// the span holds no whole clock-hour.
  public static func found(in result: ArchitectureResult) -> [ReservedLevel] {
    guard let first = result.replications.first else { return [] }
    return first.reservable.indices.compactMap { index in
      let uses = result.replications.map { $0.reservable[index] }
      let hours = uses.reduce(0) { $0 + $1.hours.count }
      guard hours > 0 else { return nil }
      func dollars(_ level: Int) -> Double {
        uses.reduce(Money.zero) { $0 + $1.cost(ofLevel: level) }.dollars / Double(hours)
      }
      // A plan is worth less the more is reserved, so the cost has one valley.
      var (best, costOfBest) = (0, dollars(0))
      while case let next = dollars(best + 1), next < costOfBest {
        (best, costOfBest) = (best + 1, next)
      }
      let now = uses[0].reserved
      return ReservedLevel(
        pool: uses[0].pool, now: now, best: best, costNow: dollars(now), costOfBest: costOfBest)
    }
  }
}
