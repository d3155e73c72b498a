import Kernel

/// A bare M/M/1 queue: two event times, a ring of waiting customers, a sum.
///
/// It does what no simulator of this queue can leave out, and nothing else, so it tells how fast
/// the machine is at the moment. Times are in nanoseconds.
struct ReferenceLoop: ~Copyable {
  private var state: UInt64
  private var waiting = Slab<Int64>(repeating: 0, count: 1 << 16)
  private var head = 0
  private var tail = 0

  /// A loop whose random numbers follow from `seed`, which must not be zero.
  init(seed: UInt64) {
    precondition(seed != 0, "a seed that xorshift can leave")
    state = seed
  }

  /// Serves customers at 90% load and returns their mean time in the system, in mean services.
  mutating func run(customers: Int) -> Double {
    let mean = 1e8
    var nextArrival = gap(mean / 0.9)
    var nextEnd = Int64.max
    var served = 0
    var sum = 0.0
    // Every event before the earlier of the two is done.
    while served < customers {
      if nextArrival <= nextEnd {
        if head == tail { nextEnd = nextArrival + gap(mean) }
        waiting[tail & 0xFFFF] = nextArrival
        tail += 1
        nextArrival += gap(mean / 0.9)
      } else {
        sum += Double(nextEnd - waiting[head & 0xFFFF])
        head += 1
        served += 1
        nextEnd = head == tail ? .max : nextEnd + gap(mean)
      }
    }
    return sum / Double(served) / mean
  }

  /// An exponential length by inversion of a xorshift number (Marsaglia 2003).
  @inline(__always)
  private mutating func gap(_ mean: Double) -> Int64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    let uniform = (Double(state >> 11) + 0.5) * 0x1p-53
    return Int64(-mean * Elementary.log(uniform))
  }
}
