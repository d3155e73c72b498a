/// A frame on its way through a station. Instants and durations are in nanoseconds.
struct Frame: BitwiseCopyable {
  /// When it reaches the service.
  var arrival: Int64
  /// The time it spends on the network, up and down together.
  var network: Int64
  /// The source in the lower half, above it 16 bits for the population, then whether it counts,
  /// then how often it has been sent again: one word, since frames are copied more often than
  /// looked into.
  private var origin: UInt64

  /// A frame of a station's source, below 2^31, and a population, below 2^15.
  @inline(__always)
  init(arrival: Int64, network: Int64, source: Int32, population: Int16, isCounted: Bool) {
    self.arrival = arrival
    self.network = network
    origin =
      UInt64(UInt32(bitPattern: source)) | UInt64(UInt16(bitPattern: population)) << 32
      | (isCounted ? 1 << 48 : 0)
  }

  /// The station's source that sent it.
  var source: Int32 {
    @inline(__always) get { Int32(truncatingIfNeeded: origin) }
  }

  /// The population it belongs to.
  var population: Int16 {
    @inline(__always) get { Int16(truncatingIfNeeded: origin >> 32) }
  }

  /// Whether it was captured within the measured span.
  var isCounted: Bool {
    @inline(__always) get { origin & 1 << 48 != 0 }
  }

  /// Whether it counts and this is its first attempt.
  var isOffered: Bool {
    @inline(__always) get { origin >> 48 == 1 }
  }

  /// How often it has been sent again.
  var retries: Int { Int(origin >> 49) }

  /// The same frame as another source's.
  func sent(by source: Int32) -> Frame {
    var frame = self
    frame.origin = origin & ~0xFFFF_FFFF | UInt64(UInt32(bitPattern: source))
    return frame
  }

  /// What is the same for all attempts of a frame: the instant of its capture, less its way down.
  var identity: Int64 { arrival &- network }

  /// The frame sent once more, to arrive at `instant`; what has passed since the last arrival
  /// counts as time on the network.
  func again(at instant: Int64) -> Frame {
    var frame = self
    frame.network &+= instant &- arrival
    frame.arrival = instant
    frame.origin &+= 1 << 49
    return frame
  }

  /// What memory without a frame holds.
  static var none: Frame {
    Frame(arrival: 0, network: 0, source: 0, population: 0, isCounted: false)
  }
}
