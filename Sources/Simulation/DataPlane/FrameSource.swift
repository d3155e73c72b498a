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
  /// The nominal capture of the stream's frame after the following one.
  var nextCapture: Int64
  /// No frame is captured at or after this instant.
  var end: Int64
  /// The frame that is on its way, due at `pending.arrival`.
  var pending: Frame
  /// The stream's frame after that: when it arrives, its time on the network, whether it counts.
  /// It is drawn ahead so that the loop need not wait for it.
  private var following: (arrival: Int64, network: Int64, isCounted: Bool) = (.min, 0, false)
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

  /// Draws a stream's first frame; to be called once, before `sendNext`.
  mutating func begin(_ plan: DataPlan) { prepare(plan) }

  /// Puts the stream's next frame under way and returns when it arrives; never after the end.
  ///
  /// A stream's frames arrive in the order of their capture, as on one connection.
  @inline(__always)
  mutating func sendNext(_ plan: DataPlan) -> Int64 {
    let arrival = following.arrival
    pending.arrival = arrival
    pending.network = following.network
    pending.isCounted = following.isCounted
    prepare(plan)
    return arrival
  }

  /// Draws the frame after the pending one.
  @inline(__always)
  private mutating func prepare(_ plan: DataPlan) {
    var capture = nextCapture
    if capture >= end {
      following.arrival = .max
      return
    }
    let traffic = plan.traffic[proven: Int(population)]
    following.isCounted = capture >= 0
    nextCapture = capture &+ traffic.period
    if traffic.hasJitter {
      capture &+= Int64(plan.tables.draw(traffic.jitter, jitter.next32()))
    } else {
      capture &+= traffic.fixedJitter
    }
    (following.arrival, following.network) = travel(
      from: capture, notBefore: following.arrival, traffic, plan)
  }

  /// Sends a client's request captured at `capture` up the network and returns when it arrives.
  mutating func depart(at capture: Int64, _ traffic: DataPlan.Traffic, _ plan: DataPlan) -> Int64 {
    pending.isCounted = capture >= 0
    (pending.arrival, pending.network) = travel(
      from: capture, notBefore: pending.arrival, traffic, plan)
    return pending.arrival
  }

  /// When a frame captured at `capture` arrives, and its time on the network up and down.
  @inline(__always)
  private mutating func travel(
    from capture: Int64, notBefore earliest: Int64, _ traffic: DataPlan.Traffic, _ plan: DataPlan
  ) -> (arrival: Int64, network: Int64) {
    let roundTrip =
      traffic.hasRoundTrip
      ? Int64(plan.tables.draw(traffic.roundTrip, network.next32())) : traffic.fixedRoundTrip
    let up = traffic.uploadTime &+ roundTrip >> 1
    let arrival = max(capture &+ up, earliest)
    return (arrival, arrival &- capture &+ (roundTrip &- roundTrip >> 1))
  }
}
