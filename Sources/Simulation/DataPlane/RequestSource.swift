import Capacity
import Kernel

/// The requests of an open-loop population, one after the other as they reach the service.
///
/// Requests come from different users, so a later one may overtake an earlier one on the network;
/// those under way are kept in order of arrival.
struct RequestSource {
  private var starts: ArrivalSequence
  private var nextStart: Int64
  private var network: RandomStream
  private let traffic: DataPlan.Traffic
  private let plan: DataPlan
  private let population: Int16
  /// Under way, a heap by arrival; holds one frame when the network does not vary.
  private var underWay: [Frame] = []

  init(
    _ population: Population, index: Int, group: Int, clock: Clock, random: RandomSource,
    plan: DataPlan
  ) {
    starts = ArrivalSequence(population, group: group, clock: clock, random: random)
    nextStart = starts.next()?.nanoseconds ?? .max
    network = random.stream(.network, group: group, entity: 0)
    traffic = plan.traffic[index]
    self.plan = plan
    self.population = Int16(index)
    send()
  }

  /// When the next request reaches the service, or never.
  var due: Int64 { underWay.first?.arrival ?? .max }

  /// The next request; there must be one.
  mutating func next(source: Int32) -> Frame {
    var frame = underWay[0]
    let last = underWay.removeLast()
    if !underWay.isEmpty { sink(last) }
    send()
    frame.source = source
    return frame
  }

  /// Sends requests until none that starts later can arrive before the first under way.
  private mutating func send() {
    while nextStart != .max, nextStart + traffic.uploadTime <= due {
      var roundTrip = traffic.fixedRoundTrip
      if traffic.hasRoundTrip {
        roundTrip = Int64(plan.tables.draw(traffic.roundTrip, network.next32()))
      }
      lift(
        Frame(
          arrival: nextStart + traffic.uploadTime + roundTrip / 2,
          network: traffic.uploadTime + roundTrip, source: 0, population: population,
          isCounted: nextStart >= 0))
      nextStart = starts.next()?.nanoseconds ?? .max
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
