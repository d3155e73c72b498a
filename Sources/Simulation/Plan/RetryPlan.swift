import Capacity
import Kernel

/// How a population's clients send again, in the data plane's terms; durations in nanoseconds.
struct RetryPlan: Sendable {
  /// The longest wait before each attempt from the second on; empty when there is none.
  private let waits: [Int64]
  /// Whether a frame that cannot be back by its deadline is given up.
  private let givesUpLate: Bool
  private let traffic: DataPlan.Traffic

  init(_ population: Population, _ traffic: DataPlan.Traffic) {
    let policy = population.retry
    waits = (2..<max(2, (policy?.attempts ?? 1) + 1)).map { attempt in
      policy?.longestWait(beforeAttempt: attempt).nanoseconds ?? 0
    }
    givesUpLate = population.isStream
    self.traffic = traffic
  }

  /// The frame as it arrives once more after it was lost at `instant`, or nil when it is given up.
  ///
  /// The client learns of the loss half a round trip later, waits, and sends again; both ways are
  /// drawn as one round trip. The draws belong to the sender, the frame and the attempt.
  func next(after frame: Frame, of sender: RandomStream, at instant: Int64, _ plan: DataPlan)
    -> Frame?
  {
    guard frame.retries < waits.count else { return nil }
    var draws = Self.draws(frame, sender)
    let wait = Int64(
      (Int128(waits[frame.retries]) &* Int128(draws.next32())) >> 32)
    let roundTrip =
      traffic.hasRoundTrip
      ? plan.nanoseconds(traffic.roundTrip, draws.next32()) : traffic.fixedRoundTrip
    let again = frame.again(at: instant &+ roundTrip &+ wait &+ traffic.uploadTime)
    return givesUpLate && again.network > traffic.deadline ? nil : again
  }

  /// What decides how long the service of a frame takes that was sent again.
  static func luck(of frame: Frame, _ sender: RandomStream) -> UInt32 {
    var draws = draws(frame, sender)
    return draws.nextFour().2
  }

  /// The random numbers of one attempt of a frame, found by a hash of the two.
  private static func draws(_ frame: Frame, _ sender: RandomStream) -> RandomStream {
    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    var hash = UInt64(bitPattern: frame.identity) &+ UInt64(frame.retries) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return sender.sibling(.retry, block: UInt32(truncatingIfNeeded: hash ^ hash >> 31))
  }
}
