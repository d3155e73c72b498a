/// A frame on its way through a station. Instants and durations are in nanoseconds.
struct Frame: BitwiseCopyable {
  /// When it reaches the service.
  var arrival: Int64
  /// The time it spends on the network, up and down together.
  var network: Int64
  /// The source in the lower half, above it 16 bits for the population, then whether it counts:
  /// one word, since frames are copied more often than looked into.
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
    @inline(__always) get { origin >> 48 != 0 }
  }

  /// What memory without a frame holds.
  static var none: Frame {
    Frame(arrival: 0, network: 0, source: 0, population: 0, isCounted: false)
  }
}
