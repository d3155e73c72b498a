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
    /// When a client sends a frame of another source again.
    case retries
  }

  /// A frame on its way to the service.
  struct Sent: BitwiseCopyable {
    /// When it arrives; never for one that is not sent any more.
    var arrival: Int64
    /// Its time on the network, up and down together.
    var network: Int64
  }

  var kind: Kind
  /// Whether the source has left and its place may be reused once nothing of it waits.
  var hasLeft = false
  var population: Int16
  /// The source's place in its station.
  var place: Int32 = 0
  /// The control plane's place for the session, or the station's place for its requests.
  var owner: Int32
  /// Frames of this source that wait in a queue.
  var waiting: Int32 = 0
  /// The frame that is on its way, due at `pending.arrival`.
  private var pending = Sent(arrival: .min, network: 0)
  /// Its nominal capture, before any jitter.
  private var capture: Int64
  /// How far apart a stream's nominal captures are.
  private var period: Int64
  /// The stream's frames after the pending one, drawn ahead so that the loop need not wait for
  /// them; four at a time, as many as there are words in a random block.
  private var ahead: (Sent, Sent, Sent, Sent)
  /// How many of those are left, at least one; the next is the first.
  private var aheadCount: Int32 = 0
  /// Frames of this source that are to be sent again.
  var retrying: Int32 = 0
  /// The nominal capture of the first frame not yet drawn.
  private var nextCapture: Int64
  /// No frame is captured at or after this instant.
  let end: Int64
  private(set) var jitter: RandomStream
  private var network: RandomStream

  /// A source whose first frame is captured at `firstCapture`; a stream has a period.
  init(
    kind: Kind, population: Int, owner: Int, firstCapture: Int64, end: Int64,
    period: Int64 = 0, jitter: RandomStream, network: RandomStream
  ) {
    self.kind = kind
    self.period = period
    self.population = Int16(population)
    self.owner = Int32(owner)
    capture = firstCapture
    nextCapture = firstCapture
    self.end = end
    ahead = (pending, pending, pending, pending)
    self.jitter = jitter
    self.network = network
  }

  /// The frame that is on its way; it arrives at `instant`.
  @inline(__always)
  func arriving(at instant: Int64) -> Frame {
    Frame(
      arrival: instant, network: pending.network, source: place, population: population,
      isCounted: capture >= 0)
  }

  /// Puts a stream's first frame under way and returns when it arrives, not before `now`: a
  /// capture that jitter moves before the session's start is sent at its start.
  mutating func sendFirst(_ plan: DataPlan, at now: Int64) -> Int64 {
    pending.arrival = now
    capture = nextCapture &- period
    drawAhead(plan)
    return sendNext(plan)
  }

  /// Puts the stream's next frame under way and returns when it arrives; never after the end.
  @inline(__always)
  mutating func sendNext(_ plan: DataPlan) -> Int64 {
    pending = ahead.0
    ahead.0 = ahead.1
    ahead.1 = ahead.2
    ahead.2 = ahead.3
    capture = capture &+ period
    aheadCount &-= 1
    if aheadCount == 0 { drawAhead(plan) }
    return pending.arrival
  }

  /// Draws the stream's next four frames after the pending one.
  @inline(never)
  private mutating func drawAhead(_ plan: DataPlan) {
    let traffic = plan.traffic[Int(population)]
    let words = traffic.hasJitter ? jitter.nextFour() : (0, 0, 0, 0)
    let trips = traffic.hasRoundTrip ? network.nextFour() : (0, 0, 0, 0)
    ahead.0 = draw(words.0, trips.0, after: pending.arrival, traffic, plan)
    ahead.1 = draw(words.1, trips.1, after: ahead.0.arrival, traffic, plan)
    ahead.2 = draw(words.2, trips.2, after: ahead.1.arrival, traffic, plan)
    ahead.3 = draw(words.3, trips.3, after: ahead.2.arrival, traffic, plan)
    aheadCount = 4
  }

  /// Draws the stream's next frame from two random words.
  ///
  /// A stream's frames arrive in the order of their capture, as on one connection.
  @inline(__always)
  private mutating func draw(
    _ word: UInt32, _ trip: UInt32, after earliest: Int64, _ traffic: DataPlan.Traffic,
    _ plan: DataPlan
  ) -> Sent {
    if nextCapture >= end { return Sent(arrival: .max, network: 0) }
    let jitter =
      traffic.hasJitter ? plan.nanoseconds(traffic.jitter, word) : traffic.fixedJitter
    let roundTrip =
      traffic.hasRoundTrip
      ? plan.nanoseconds(traffic.roundTrip, trip) : traffic.fixedRoundTrip
    let captured = nextCapture &+ jitter
    nextCapture = nextCapture &+ period
    return Self.send(captured, roundTrip: roundTrip, after: earliest, traffic)
  }

  /// A frame that leaves at `captured` and arrives no earlier than `earliest`.
  @inline(__always)
  private static func send(
    _ captured: Int64, roundTrip: Int64, after earliest: Int64, _ traffic: DataPlan.Traffic
  ) -> Sent {
    let up = traffic.uploadTime &+ roundTrip >> 1
    let arrival = max(captured &+ up, earliest)
    return Sent(
      arrival: arrival, network: arrival &- captured &+ (roundTrip &- roundTrip >> 1))
  }

  /// How long a client thinks, in nanoseconds; at least 1.
  mutating func think(_ traffic: DataPlan.Traffic, _ plan: DataPlan) -> Int64 {
    max(1, plan.nanoseconds(traffic.think, jitter.next32()))
  }

  /// Sends a client's request captured at `instant` up the network and returns when it arrives.
  mutating func depart(at instant: Int64, _ traffic: DataPlan.Traffic, _ plan: DataPlan) -> Int64 {
    let roundTrip =
      traffic.hasRoundTrip
      ? plan.nanoseconds(traffic.roundTrip, network.next32()) : traffic.fixedRoundTrip
    capture = instant
    // Nothing of the client is under way, so there is nothing to stay behind.
    pending = Self.send(instant, roundTrip: roundTrip, after: .min, traffic)
    return pending.arrival
  }
}
