import Capacity
import Kernel
import Simulation
import Testing

/// A vector of kind `torchserve`.
struct TorchServeVector {
  let vector: Vector
  private let arrivals: [SimTime]
  private let exec: SimDuration
  private var batcher: TorchServeBatcher

  init(_ vector: Vector) throws {
    self.vector = vector
    let input = vector.input
    arrivals = try input.arrivals()
    exec = try input.seconds("exec_s")
    let settings = TorchServeBatching(
      batch: try input.wholeNumber("batch_size"),
      maxDelay: try input.seconds("max_batch_delay_s"), queue: .max)
    batcher = TorchServeBatcher(settings, workers: try input.wholeNumber("workers"))
  }

  func check() throws {
    var run = self
    var batches: [JSONValue] = []
    var releases: [SimTime] = []
    var next = 0
    while true {
      let arrival = next < arrivals.count ? arrivals[next] : .never
      let now = min(arrival, run.batcher.nextLook, releases.first ?? .never)
      if now == .never { break }
      while next < arrivals.count, arrivals[next] == now {
        let isLetIn = run.batcher.enqueue(next, at: now)
        #expect(isLetIn)
        next += 1
      }
      while releases.first == now {
        releases.removeFirst()
        run.batcher.release()
      }
      while run.batcher.startBatch(at: now) {
        batches.append(["start_s": .seconds(now), "size": .int(run.batcher.batch.count)])
        releases.append(now + exec)
      }
    }
    vector.check(["batches": .array(batches)])
  }
}

/// A vector of kind `ray_batch`.
struct RayBatchVector {
  let vector: Vector
  private let arrivals: [SimTime]
  private let exec: SimDuration
  private var batcher: RayServeBatcher

  init(_ vector: Vector) throws {
    self.vector = vector
    let input = vector.input
    arrivals = try input.arrivals()
    exec = try input.seconds("exec_s")
    let settings = RayServeBatching(
      max: try input.wholeNumber("max_batch_size"),
      wait: try input.seconds("batch_wait_timeout_s"),
      maxConcurrent: input["max_concurrent_batches"]?.int ?? 1, maxOngoing: .max)
    batcher = RayServeBatcher(settings, places: settings.maxConcurrent)
  }

  func check() throws {
    var run = self
    var batches: [JSONValue] = []
    var releases: [(at: SimTime, requests: Int)] = []
    var next = 0
    while true {
      let arrival = next < arrivals.count ? arrivals[next] : .never
      let now = min(arrival, run.batcher.nextLook, releases.first?.at ?? .never)
      if now == .never { break }
      while next < arrivals.count, arrivals[next] == now {
        run.batcher.enqueue(next, at: now)
        next += 1
      }
      while let release = releases.first, release.at == now {
        releases.removeFirst()
        run.batcher.release(requests: release.requests, at: now)
      }
      while run.batcher.startBatch(at: now) {
        let size = run.batcher.batch.count
        batches.append([
          "formed_s": .seconds(run.batcher.closedAt), "start_s": .seconds(now),
          "size": .int(size),
        ])
        releases.append((now + exec, size))
      }
    }
    vector.check(["batches": .array(batches)])
  }
}
