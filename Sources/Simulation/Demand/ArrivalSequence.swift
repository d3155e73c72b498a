import Capacity
import Kernel

/// The instants at which the sessions of one population start, one after the other.
///
/// The n-th start depends on the seed, the replication and the population alone, so every
/// architecture meets the same users.
struct ArrivalSequence: Sendable {
  private enum Source {
    case curve
    case counts(CountTrace)
    case instants([SimTime])
  }

  private var source: Source
  /// The pieces of a curve, and the one at `cursor` with its area.
  private var pieces: [RateCurve.Piece] = []
  private var piece = RateCurve.Piece(start: 0, end: 0, startRate: 0, endRate: 0)
  private var area = 0.0
  private var random: RandomStream
  private let clock: Clock
  /// The piece, interval or instant that comes next.
  private var cursor = 0
  /// Expected starts since the piece's start, or starts left in the interval.
  private var progress = 0.0
  private var leftInInterval = 0
  private var position: Int64

  init(_ population: Population, group: Int, clock: Clock, random: RandomSource) {
    self.clock = clock
    self.random = random.stream(.arrival, group: group, entity: 0)
    position = clock.beginning.nanoseconds
    switch population.arrivals {
    case .poisson(let curve):
      var mean = 1.0
      if case .stream(let stream) = population.kind { mean = stream.duration.mean }
      source = .curve
      pieces =
        RateCurve(curve, clock: clock, meanSession: mean, random: random, group: group).pieces
      takePiece()
    case .counts(let trace):
      source = .counts(trace)
      cursor = -1
    case .instants(let instants): source = .instants(instants)
    case .closedLoop: source = .instants([])
    }
  }

  /// The next start, or nil after the last within the clock's span.
  mutating func next() -> SimTime? {
    switch source {
    case .curve: nextOfCurve()
    case .counts(let trace): nextOfCounts(trace)
    case .instants(let instants): nextInstant(instants)
    }
  }

  /// Writes the next starts in nanoseconds over all of `block`, `Int64.max` after the last.
  mutating func fill(_ block: inout [Int64]) {
    if case .curve = source {
      for index in block.indices { block[index] = nextOfCurve()?.nanoseconds ?? .max }
      return
    }
    for index in block.indices { block[index] = next()?.nanoseconds ?? .max }
  }

  private mutating func nextInstant(_ instants: [SimTime]) -> SimTime? {
    while cursor < instants.count, instants[cursor] < clock.beginning { cursor += 1 }
    guard cursor < instants.count, instants[cursor] < clock.end else { return nil }
    cursor += 1
    return instants[cursor - 1]
  }

  /// Time change: starts are where the integrated rate passes the points of a unit Poisson
  /// process (Çinlar 1975, section 4.7).
  @inline(__always)
  private mutating func nextOfCurve() -> SimTime? {
    var target = progress - Elementary.log(1 - random.nextUniform())
    while target >= area {
      guard cursor < pieces.count else { return nil }
      target -= area
      cursor += 1
      takePiece()
    }
    progress = target
    let offset = Self.offset(of: target, in: piece)
    return SimTime(nanoseconds: min(piece.start + offset, piece.end - 1))
  }

  /// Makes the piece at `cursor` the present one; past the last there is nothing to come.
  private mutating func takePiece() {
    guard cursor < pieces.count else {
      area = 0
      return
    }
    piece = pieces[cursor]
    area = piece.area
  }

  /// Where in a piece the integrated rate reaches `target`, in nanoseconds from its start.
  private static func offset(of target: Double, in piece: RateCurve.Piece) -> Int64 {
    if piece.startRate == piece.endRate { return Int64(target / piece.startRate * 1e9) }
    let length = Double(piece.end - piece.start) * 1e-9
    let slope = (piece.endRate - piece.startRate) / length
    // Rounding may take the square below zero where the rate falls to nothing.
    let square = max(0, piece.startRate * piece.startRate + 2 * slope * target)
    let root = square.squareRoot()
    return Int64(2 * target / (piece.startRate + root) * 1e9)
  }

  /// So many starts as counted, at the order statistics of uniform instants in the interval.
  private mutating func nextOfCounts(_ trace: CountTrace) -> SimTime? {
    while true {
      guard let instant = nextCounted(trace), instant < clock.end else { return nil }
      if instant >= clock.beginning { return instant }
    }
  }

  /// The next start of the trace, be it before the simulation begins or after it ends.
  private mutating func nextCounted(_ trace: CountTrace) -> SimTime? {
    while leftInInterval == 0 {
      cursor += 1
      position = start(ofInterval: cursor, trace)
      guard position < clock.end.nanoseconds, let count = count(ofInterval: cursor, trace) else {
        return nil
      }
      let scaled = Double(count) * trace.scale
      let extra = random.nextUniform() < scaled - Double(Int(scaled)) ? 1 : 0
      leftInInterval = Int(scaled) + extra
    }
    let end = start(ofInterval: cursor + 1, trace)
    let share = 1 - Elementary.pow(random.nextUniform(), 1 / Double(leftInInterval))
    position += Int64(share * Double(end - position))
    position = min(position, end - 1)
    leftInInterval -= 1
    return SimTime(nanoseconds: position)
  }

  /// Intervals are counted from 0 for the warm-up's first; the trace begins anew at zero.
  private func warmUpIntervals(_ trace: CountTrace) -> Int {
    Int(
      (clock.warmUp.nanoseconds + trace.interval.nanoseconds - 1) / trace.interval.nanoseconds)
  }

  private func start(ofInterval interval: Int, _ trace: CountTrace) -> Int64 {
    Int64(interval - warmUpIntervals(trace)) * trace.interval.nanoseconds
  }

  private func count(ofInterval interval: Int, _ trace: CountTrace) -> Int? {
    let warm = warmUpIntervals(trace)
    let index = interval < warm ? interval % trace.counts.count : interval - warm
    return index < trace.counts.count ? trace.counts[index] : nil
  }
}
