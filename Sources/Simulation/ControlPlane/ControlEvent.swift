import Kernel

/// What happens on the control plane; the raw value is the rank among events of one instant.
enum ControlEvent: UInt8, BitwiseCopyable {
  /// A zone's spot market changes, or a pool's wait for one is over; whoever acts at that instant
  /// finds it changed.
  case zoneChange = 0
  /// The measured span begins.
  case measureStart = 1
  /// An instance has finished a stage of its start; the entity is the instance.
  case stageDone = 2
  /// The market says that it will take an instance back.
  case notice = 3
  /// The market takes an instance back.
  case interruption = 4
  /// An instance crashes.
  case failure = 5
  /// A zone fails; the entity is the outage, counted over pools.
  case outage = 6
  /// A crashed instance may be replaced; the entity is the pool.
  case repair = 7
  /// A node is there.
  case nodeReady = 8
  /// A replica asks again for a machine.
  case retry = 9
  /// Time to see whether a draining instance may go.
  case drainCheck = 10
  /// A session ends; the entity is its place.
  case sessionEnd = 11
  /// A session starts; the entity is the population.
  case sessionStart = 12
  /// A session is announced; the entity is the population.
  case signal = 13
  /// The metrics of an autoscaler are read; the entity is its number.
  case scrape = 14
  /// The load of a mix of pools is read; the entity is the mix.
  case scrapeMix = 15
  /// A frame has come to an empty pool and calls its autoscaler.
  case poke = 16
  /// A plan made ahead of time has its next step; the entity is the plan.
  case planned = 17
  /// An autoscaler looks; the entity is its number.
  case evaluate = 18
  /// A mix of pools looks; the entity is the mix.
  case balance = 19
  /// A node provisioner looks; the entity is its pool.
  case provision = 20
  /// A reporting interval ends.
  case tick = 21
  /// What has been spent is looked at.
  case budgetLook = 22
  /// The measured span ends.
  case end = 23
  /// A serverless instance has been idle for long enough; no stream takes it at that instant.
  case expire = 24
  /// A zone is back and the warm pool that it took is prepared again; the entity is the pool.
  case refill = 25
}
