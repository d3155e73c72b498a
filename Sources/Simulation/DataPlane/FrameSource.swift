import Kernel

/// Something that sends frames to a station: a stream, a closed-loop client, or all the requests
/// of an open-loop population. It carries its own random numbers wherever it goes.
struct FrameSource: BitwiseCopyable {
  /// How the next frame comes about.
  enum Kind: UInt8 {
    /// On the beat of the stream's period.
    case stream
    /// When the answer to the last one is back and thought about.
    case client
    /// At the next start of the population's sessions.
    case requests
  }

  var kind: Kind
  var population: Int16
  /// The control plane's place for the session, or the station's place for its requests.
  var owner: Int32
  /// The nominal capture of the frame after the pending one.
  var nextCapture: Int64
  /// No frame is captured at or after this instant.
  var end: Int64
  /// The frame that is on its way, due at `pending.arrival`.
  var pending: Frame
  /// Frames of this source that wait in a queue.
  var waiting: Int32 = 0
  /// Whether the source has left and its place may be reused once nothing of it waits.
  var hasLeft = false
  var jitter: RandomStream
  var network: RandomStream

  /// A source whose first frame is captured at `firstCapture`.
  init(
    kind: Kind, population: Int, owner: Int, firstCapture: Int64, end: Int64,
    jitter: RandomStream, network: RandomStream
  ) {
    self.kind = kind
    self.population = Int16(population)
    self.owner = Int32(owner)
    nextCapture = firstCapture
    self.end = end
    pending = Frame(
      arrival: .min, network: 0, source: 0, population: Int16(population), isCounted: false)
    self.jitter = jitter
    self.network = network
  }

  /// Puts the stream's next frame under way and returns when it arrives; never after the end.
  ///
  /// A stream's frames arrive in the order of their capture, as on one connection.
  @inline(__always)
  mutating func sendNext(_ plan: DataPlan) -> Int64 {
    if nextCapture >= end { return .max }
    let traffic = plan.traffic[proven: Int(population)]
    var capture = nextCapture
    pending.isCounted = capture >= 0
    nextCapture = capture &+ traffic.period
    if traffic.hasJitter {
      capture &+= Int64(plan.tables.draw(traffic.jitter, jitter.next32()))
    } else {
      capture &+= traffic.fixedJitter
    }
    return depart(at: capture, traffic, plan)
  }

  /// Sends a frame captured at `capture` up the network and returns when it arrives.
  @inline(__always)
  mutating func depart(at capture: Int64, _ traffic: DataPlan.Traffic, _ plan: DataPlan) -> Int64 {
    let roundTrip =
      traffic.hasRoundTrip
      ? Int64(plan.tables.draw(traffic.roundTrip, network.next32())) : traffic.fixedRoundTrip
    let up = traffic.uploadTime &+ roundTrip >> 1
    let arrival = max(capture &+ up, pending.arrival)
    pending.network = arrival &- capture &+ (roundTrip &- roundTrip >> 1)
    pending.arrival = arrival
    return arrival
  }
}
