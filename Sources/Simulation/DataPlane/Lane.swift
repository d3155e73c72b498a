import Kernel

/// One place where a batch can run. Instants are in nanoseconds.
struct Lane: BitwiseCopyable {
  /// The instance's place in the station.
  var server: Int32 = 0
  /// The GPU within the instance.
  var gpu: Int32 = 0
  /// How many frames are in the batch that runs, or ran last and is not yet counted.
  var frames: Int32 = 0
  /// How many frames are in the batch that a model server's batcher takes to be running here; 0
  /// when the lane is free to it.
  var taken: Int32 = 0
  /// When that batch was dispatched.
  var startedAt: Int64 = .min
  /// When it ends; the lane can take another from then on.
  var freeAt: Int64 = .min
  /// The time of all batches so far, the running one in full.
  var busy: Int64 = 0

  /// The time in which the lane was busy up to `instant`.
  func busy(through instant: Int64) -> Int64 { busy - max(0, freeAt - instant) }
}

/// The lane that takes a queue's next batch: the one longest free, then the lowest.
struct NextLane: BitwiseCopyable {
  /// When it is free; never when the queue has no lane.
  var freeAt: Int64 = .max
  var lane: Int = 0
}

/// An instance's place in a station: its lanes and the queue they take from.
struct Server: BitwiseCopyable {
  /// The control plane's number for the instance.
  var instance: Int
  /// The service curve: the pool's, or that of its slow instances.
  var curve: Int
  /// Its lanes are consecutive.
  var firstLane: Int
  var laneCount: Int
  /// The queue that its lanes take from.
  var queue: Int
  /// Whether it may be given frames and start batches.
  var isOpen: Bool
  /// Whether there is an instance at all; otherwise the place is free.
  var isOccupied: Bool
  /// The variation of its batches' times.
  var service: RandomStream
  /// What multiplies the next batch's time: drawn ahead, so that the loop need not wait for it.
  var variation = 1.0
  /// Lanes times their speed, by which routers compare loads.
  var weight = 1

  /// Its lanes.
  var lanes: Range<Int> { firstLane..<(firstLane + laneCount) }

  /// Draws what multiplies the time of the batch after the present one.
  @inline(__always)
  mutating func varyNext(_ curve: DataPlan.Curve, _ plan: DataPlan) {
    variation = plan.draw(curve.variation, service.next32()) * 1e-9
  }
}
