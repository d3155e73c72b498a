/// A kind of quantity with the units it may be written in.
public enum Quantity: String, Hashable, Sendable, CaseIterable {
  case time, share, frameRate, rate, price, size, bandwidth, factor, energy

  /// Each unit with its size in the unit the walk works in (ns, 1, frames/s, 1/s, $/h, B, bit/s, J).
  var units: [(name: String, scale: Double)] {
    switch self {
    case .time:
      [
        ("ns", 1), ("us", 1e3), ("µs", 1e3), ("ms", 1e6), ("s", 1e9), ("min", 60e9),
        ("h", 3600e9), ("d", 86400e9),
      ]
    case .share: [("%", 0.01)]
    case .factor: [("x", 1), ("%", 0.01)]
    case .frameRate: [("fps", 1)]
    case .rate: [("/s", 1), ("/min", 1 / 60.0), ("/h", 1 / 3600.0), ("/d", 1 / 86400.0)]
    case .price: [("/h", 1)]
    case .size:
      [
        ("B", 1), ("kB", 1e3), ("MB", 1e6), ("GB", 1e9), ("TB", 1e12), ("KiB", 1024),
        ("MiB", 1_048_576), ("GiB", 1_073_741_824),
        ("TiB", 1_099_511_627_776),
      ]
    case .energy: [("J", 1), ("mJ", 1e-3), ("kJ", 1e3), ("Wh", 3600)]
    case .bandwidth: [("bps", 1), ("kbps", 1e3), ("Mbps", 1e6), ("Gbps", 1e9)]
    }
  }

  /// Whether a number without a unit is complete.
  var allowsBareNumber: Bool { self == .share || self == .factor }
}
