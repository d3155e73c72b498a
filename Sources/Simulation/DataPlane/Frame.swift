/// A frame on its way through a station. Instants and durations are in nanoseconds.
struct Frame: BitwiseCopyable {
  /// When it reaches the service.
  var arrival: Int64
  /// The time it spends on the network, up and down together.
  var network: Int64
  /// The station's source that sent it.
  var source: Int32
  /// The population it belongs to.
  var population: Int16
  /// Whether it was captured within the measured span.
  var isCounted: Bool

  /// What memory without a frame holds.
  static var none: Frame {
    Frame(arrival: 0, network: 0, source: 0, population: 0, isCounted: false)
  }
}
