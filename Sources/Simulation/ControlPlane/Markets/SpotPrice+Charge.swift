import Capacity
import Kernel

extension SpotPrice {
  /// What an instance that began at `start` owes at `end`, not before it. Differences of it at
  /// several ends add up exactly.
  func charge(from start: SimTime, to end: SimTime) -> Money {
    switch self {
    case .constant(let price): price.cost(of: end - start)
    case .trace: cost(from: start, to: end)
    }
  }

  /// The part of a span's charge that falls on `busy` of it, whenever that was: by a changing price
  /// the busy time is taken as spread evenly over the span. Rounded down.
  func charge(from start: SimTime, for busy: SimDuration, until end: SimTime) -> Money {
    switch self {
    case .constant(let price): return price.cost(of: busy)
    case .trace:
      let span = (end - start).nanoseconds
      guard span > 0 else { return .zero }
      let whole = Int128(cost(from: start, to: end).nanodollars)
      return Money(nanodollars: Int64(whole * Int128(min(busy.nanoseconds, span)) / Int128(span)))
    }
  }
}
