import Capacity
import Kernel

/// The requests of an open-loop population, one after the other as they reach the service.
///
/// Requests come from different users, so a later one may overtake an earlier one on the network;
/// those under way are kept in order of arrival.
struct RequestSource {
  private var starts: ArrivalSequence
  /// The next starts, in nanoseconds, drawn so many at a time; never is the last of all.
  private var upcoming = [Int64](repeating: .max, count: RequestSource.blockSize)
  private var cursor = RequestSource.blockSize
  private var nextStart: Int64 = .max
  private var network: RandomStream
  private let traffic: DataPlan.Traffic
  private let population: Int16
  private var source: Int32 = 0
  /// Those under way, a heap by arrival; not used when the network does not vary.
  private var underWay: [Frame] = []
  /// When the next request reaches the service, or never.
  private(set) var due: Int64 = .max

  private static let blockSize = 64

  init(
    _ population: Population, index: Int, group: Int, clock: Clock, random: RandomSource,
    plan: DataPlan
  ) {
    starts = ArrivalSequence(population, group: group, clock: clock, random: random)
    network = random.stream(.network, group: group, entity: 0)
    traffic = plan.traffic[index]
    self.population = Int16(index)
  }

  /// Puts the first requests under way, as those of a source of the station.
  mutating func begin(as source: Int, _ plan: DataPlan) {
    self.source = Int32(source)
    takeStart()
    send(plan)
  }

  /// The next request; there must be one.
  @inline(__always)
  mutating func next(_ plan: DataPlan) -> Frame {
    if traffic.hasRoundTrip { return nextUnderWay(plan) }
    // On an even network requests arrive in the order of their starts.
    let frame = request(roundTrip: traffic.fixedRoundTrip)
    takeStart()
    send(plan)
    return frame
  }

  private mutating func nextUnderWay(_ plan: DataPlan) -> Frame {
    let frame = underWay[0]
    let last = underWay.removeLast()
    if !underWay.isEmpty { sink(last) }
    sendUneven(plan)
    return frame
  }

  /// The request that starts next.
  @inline(__always)
  private func request(roundTrip: Int64) -> Frame {
    Frame(
      arrival: nextStart &+ traffic.uploadTime &+ roundTrip / 2,
      network: traffic.uploadTime &+ roundTrip, source: source, population: population,
      isCounted: nextStart >= 0)
  }

  @inline(__always)
  private mutating func takeStart() {
    if cursor == upcoming.count {
      starts.fill(&upcoming)
      cursor = 0
    }
    nextStart = upcoming[cursor]
    cursor &+= 1
  }

  /// Sends requests until none that starts later can arrive before the first under way, and notes
  /// when that one arrives.
  @inline(__always)
  private mutating func send(_ plan: DataPlan) {
    if traffic.hasRoundTrip {
      sendUneven(plan)
    } else {
      let delay = traffic.uploadTime &+ traffic.fixedRoundTrip / 2
      due = nextStart == .max ? .max : nextStart &+ delay
    }
  }

  private mutating func sendUneven(_ plan: DataPlan) {
    due = underWay.first?.arrival ?? .max
    while nextStart != .max, nextStart + traffic.uploadTime <= due {
      let roundTrip = plan.nanoseconds(traffic.roundTrip, network.next32())
      lift(request(roundTrip: roundTrip))
      takeStart()
      due = underWay[0].arrival
    }
  }

  private mutating func lift(_ frame: Frame) {
    underWay.append(frame)
    var hole = underWay.count - 1
    while hole > 0, frame.arrival < underWay[(hole - 1) / 2].arrival {
      underWay[hole] = underWay[(hole - 1) / 2]
      hole = (hole - 1) / 2
    }
    underWay[hole] = frame
  }

  private mutating func sink(_ frame: Frame) {
    var hole = 0
    while 2 * hole + 1 < underWay.count {
      var child = 2 * hole + 1
      if child + 1 < underWay.count, underWay[child + 1].arrival < underWay[child].arrival {
        child += 1
      }
      guard underWay[child].arrival < frame.arrival else { break }
      underWay[hole] = underWay[child]
      hole = child
    }
    underWay[hole] = frame
  }
}
