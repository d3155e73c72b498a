import Capacity
import Kernel

/// One instance, from launch until it is gone.
struct InstanceState {
  /// Where it is in its life.
  enum Phase {
    case queued, provisioning
    case booting, startingDriver, pullingImage, loadingModel, warmingUp
    case warm, waking, ready, draining, gone

    /// Whether it has a machine and is not yet able to serve.
    var isStarting: Bool {
      switch self {
      case .booting, .startingDriver, .pullingImage, .loadingModel, .warmingUp, .waking: true
      case .queued, .provisioning, .warm, .ready, .draining, .gone: false
      }
    }

    /// Whether it waits for a machine.
    var isQueued: Bool { self == .queued || self == .provisioning }

    /// Whether it is asked for and not yet able to serve, with a machine or without.
    var isComing: Bool { isQueued || isStarting }
  }

  var pool: Int
  /// Where and how it was bought, in pools that buy in spot markets.
  var slot: MarketSlot?
  /// Its number within the pool.
  var number: Int
  var phase = Phase.queued
  var stages: StartStages
  /// When it was asked for.
  var asked: SimTime
  /// Whether it was there from the beginning.
  var isInitial = false
  /// Whether it belongs to the warm pool and is no replica.
  var isSpare = false
  /// When it got its machine or its place on a node; nil while it waits for one.
  var launched: SimTime?
  /// How often no machine was to be had.
  var refusals = 0
  /// The node that it has a place on, where the pool has nodes.
  var node: Int?
  var booted: SimTime?
  var driverReady: SimTime?
  var imaged: SimTime?
  var loaded: SimTime?
  /// When it came to the warm pool and when it was taken from there.
  var warmAt: SimTime?
  var wokenAt: SimTime?
  /// When the present stage of its start ends, as far as is known.
  var stageEnds: SimTime?
  /// Whether the model came from a copy.
  var hasLoadedCopy = false
  /// What it has fetched.
  var fetched = FetchedBytes()
  var readyAt: SimTime?
  var drainingAt: SimTime?
  var goneAt: SimTime?
  /// Whether the market has announced its end.
  var isNoticed = false
  /// Whether the market ended it.
  var isInterrupted = false
  /// Whether it crashed or its zone failed.
  var hasFailed = false
  /// Where it serves: a station and the place in it.
  var station = 0
  var server = 0
  /// Streams that stay with it.
  var streams = 0
  /// Streams of a serverless pool that it has or starts for, and since when it has none; nil
  /// while it has some or is not ready.
  var promised = 0
  /// Announced streams of a serverless pool that it is kept for.
  var held = 0
  var idleSince: SimTime?
  /// Lane time busy at the start of the measured span and when it left the ready state.
  var busyAtZero: Int64 = 0
  var busyAtReadyEnd: Int64?
}

/// What was fetched over the network.
struct FetchedBytes {
  var image: Int64 = 0
  var model: Int64 = 0
  /// The part of both that came from another region.
  var fromElsewhere: Int64 = 0
}

/// A pool in one replication.
struct PoolState {
  /// The pool with the bounds that hold now: a budget may lower them.
  var pool: Pool
  /// Tells its random numbers apart from other pools'.
  let group: Int
  let lanesPerInstance: Int
  /// How many instances should be there.
  var wanted: Int
  /// How many should have been there when a budget capped the pool; nil while none does.
  var wantedBeforeCap: Int?
  var launchedCount = 0
  /// Replicas that wait for a machine.
  var queued = 0
  /// Replicas that have crashed and are not replaced yet, and those of them given up meanwhile.
  var broken = 0
  var writtenOff = 0
  var starting = 0
  var ready = 0
  /// When a replica last became ready.
  var lastReady = SimTime(nanoseconds: .min)
  var draining = 0
  /// Those of them that were taken back while they started, and have never served.
  var stopped = 0
  /// Ready replicas of a serverless pool that no stream has.
  var idle = 0
  /// Machines on their way to the warm pool, and in it.
  var preparing = 0
  var warm = 0
  /// Instance-nanoseconds by state since the interval began.
  var startingArea: Int128 = 0
  var readyArea: Int128 = 0
  var drainingArea: Int128 = 0
  var machineArea: Int128 = 0
  /// The part of it in the warm pool.
  var warmArea: Int128 = 0
  /// Instance-nanoseconds with nothing to do within the measured span; serverless pools only.
  var idleArea: Int128 = 0
  /// Machine-nanoseconds within the measured span.
  var billedArea: Int128 = 0
  /// The nodes there, where the pool has nodes, and how many were ever asked for.
  var nodes = 0
  var nodesAsked = 0
  /// Lane-nanoseconds busy of instances that are gone.
  var busyGone: Int128 = 0
  /// What its instances have fetched within the measured span.
  var fetched = FetchedBytes()
  /// Its dealings with spot markets, where it buys there.
  var fleet: MarketFleet?

  /// Replicas there, or on their way, that are not leaving.
  var live: Int { queued + broken + starting + ready }
  /// Machines that are paid for.
  var billed: Int {
    pool.nodes == nil ? starting + ready + draining + preparing + warm : nodes
  }
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
