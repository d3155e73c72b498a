import Capacity
import Kernel

/// One instance, from launch until it is gone.
struct InstanceState {
  /// Where it is in its life.
  enum Phase {
    case booting, pullingImage, loadingModel, warmingUp, ready, draining, gone

    /// Whether it is launched and not yet able to serve.
    var isStarting: Bool {
      switch self {
      case .booting, .pullingImage, .loadingModel, .warmingUp: true
      case .ready, .draining, .gone: false
      }
    }
  }

  var pool: Int
  /// Its number within the pool.
  var number: Int
  var phase = Phase.booting
  /// The lengths of the stages boot, image, load, warm-up.
  var stages: (SimDuration, SimDuration, SimDuration, SimDuration)
  var launched: SimTime
  var booted: SimTime?
  var imaged: SimTime?
  var loaded: SimTime?
  var readyAt: SimTime?
  var drainingAt: SimTime?
  var goneAt: SimTime?
  /// Whether the market has announced its end.
  var isNoticed = false
  /// Where it serves: a station and the place in it.
  var station = 0
  var server = 0
  /// Streams that stay with it.
  var streams = 0
  /// Lane time busy at the start of the measured span and when it left the ready state.
  var busyAtZero: Int64 = 0
  var busyAtReadyEnd: Int64?
}

/// A pool in one replication.
struct PoolState {
  let pool: Pool
  /// Tells its random numbers apart from other pools'.
  let group: Int
  let lanesPerInstance: Int
  /// How many instances should be there.
  var wanted: Int
  var launchedCount = 0
  var starting = 0
  var ready = 0
  var draining = 0
  /// Instance-nanoseconds by state since the interval began.
  var startingArea: Int128 = 0
  var readyArea: Int128 = 0
  var drainingArea: Int128 = 0
  /// Instance-nanoseconds of all states within the measured span.
  var billedArea: Int128 = 0
  /// Lane-nanoseconds busy of instances that are gone.
  var busyGone: Int128 = 0

  /// Instances there, or on their way, that are not leaving.
  var live: Int { starting + ready }
  var billed: Int { starting + ready + draining }
}

/// A name's place among the random streams: equal names get equal numbers in every scenario.
///
/// FNV-1a (Fowler, Noll, Vo), folded to the 24 bits that a stream's group has.
func randomGroup(of name: String) -> Int {
  var hash: UInt32 = 0x811C_9DC5
  for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
  return Int((hash >> 24) ^ (hash & 0xFF_FFFF))
}

/// A class around a station, so that stations can stand in an array without being copied.
final class StationBox {
  var station: Station

  init(_ station: consuming Station) { self.station = station }
}
