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
}
