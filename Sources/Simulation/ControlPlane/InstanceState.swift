import Capacity
import Kernel

/// One instance, from launch until it is gone.
struct InstanceState {
  /// Where it is in its life.
  enum Phase {
    case queued, booting, pullingImage, loadingModel, warmingUp, ready, draining, gone

    /// Whether it has a machine and is not yet able to serve.
    var isStarting: Bool {
      switch self {
      case .booting, .pullingImage, .loadingModel, .warmingUp: true
      case .queued, .ready, .draining, .gone: false
      }
    }

    /// Whether it is asked for and not yet able to serve, with a machine or without.
    var isComing: Bool { self == .queued || isStarting }
  }

  var pool: Int
  /// Where and how it was bought, in pools that buy in spot markets.
  var slot: MarketSlot?
  /// Its number within the pool.
  var number: Int
  var phase = Phase.queued
  /// The lengths of the stages boot, image, load, warm-up.
  var stages: (SimDuration, SimDuration, SimDuration, SimDuration)
  /// When it was asked for.
  var asked: SimTime
  /// When it got its machine or its place on a node; nil while it waits for one.
  var launched: SimTime?
  /// How often no machine was to be had.
  var refusals = 0
  /// The node that it has a place on, where the pool has nodes.
  var node: Int?
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
  /// Streams of a serverless pool that it has or starts for, and since when it has none; nil
  /// while it has some or is not ready.
  var promised = 0
  var idleSince: SimTime?
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
  /// Replicas that wait for a machine.
  var queued = 0
  var starting = 0
  var ready = 0
  /// When a replica last became ready.
  var lastReady = SimTime(nanoseconds: .min)
  var draining = 0
  /// Ready replicas of a serverless pool that no stream has.
  var idle = 0
  /// Instance-nanoseconds by state since the interval began.
  var startingArea: Int128 = 0
  var readyArea: Int128 = 0
  var drainingArea: Int128 = 0
  var machineArea: Int128 = 0
  /// Instance-nanoseconds with nothing to do within the measured span; serverless pools only.
  var idleArea: Int128 = 0
  /// Machine-nanoseconds within the measured span.
  var billedArea: Int128 = 0
  /// The nodes there, where the pool has nodes.
  var nodes = 0
  /// Lane-nanoseconds busy of instances that are gone.
  var busyGone: Int128 = 0
  /// Its dealings with spot markets, where it buys there.
  var fleet: MarketFleet?

  /// Replicas there, or on their way, that are not leaving.
  var live: Int { queued + starting + ready }
  /// Machines that are paid for.
  var billed: Int { pool.nodes == nil ? starting + ready + draining : nodes }
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
