import Capacity
import Kernel
import Simulation
import Testing

/// Batchers by themselves, a few requests at a time.
@Suite struct BatchFormingTests {
  /// The sizes of the batches that requests at instant zero make, each batch taking a second.
  static func sizes(_ settings: TritonBatching, requests: Int, instances: Int = 1) -> [Int] {
    var batcher = TritonBatcher(settings, instances: instances)
    var sizes: [Int] = []
    var now = SimTime.zero
    var busy = 0
    for id in 0..<requests {
      let isLetIn = batcher.enqueue(.init(id: id), at: now)
      #expect(isLetIn)
      while batcher.startBatch(at: now) {
        sizes.append(batcher.batch.count)
        busy += 1
      }
    }
    while busy > 0 {
      now += .seconds(1)
      for _ in 0..<busy { batcher.release() }
      busy = 0
      while batcher.startBatch(at: now) {
        sizes.append(batcher.batch.count)
        busy += 1
      }
    }
    #expect(batcher.waiting == 0)
    return sizes
  }

  /// Five requests at once, as a maintainer tells it in triton-inference-server/server issue 3624:
  /// 1, 1, 1, 2 with Triton 21.12. His 2, 3 from 22.01 on has a race in it that we do not have.
  @Test func `batches formed ahead are closed up to Triton 21_12 and grow from 22_01 on`() {
    #expect(Self.sizes(TritonBatching(max: 8, growsWaiting: false), requests: 5) == [1, 1, 1, 2])
    #expect(Self.sizes(TritonBatching(max: 8), requests: 5) == [1, 4])
  }

  /// The batch in the last slot stays as it is until there is a slot again: then it takes the rest.
  @Test func `twice as many batches as instances wait`() {
    let settings = TritonBatching(max: 8, preferred: [2, 8])
    #expect(Self.sizes(settings, requests: 13) == [1, 2, 8, 2])
    #expect(Self.sizes(settings, requests: 18, instances: 2) == [1, 1, 2, 2, 2, 8, 2])
  }

  @Test func `a limit on the queue forms no batch ahead and refuses the one too many`() {
    let policy = TritonBatching.QueuePolicy(maxQueue: 2)
    var batcher = TritonBatcher(TritonBatching(max: 8, defaultPolicy: policy), instances: 1)
    var answers: [Bool] = []
    for id in 0..<4 {
      answers.append(batcher.enqueue(.init(id: id), at: .zero))
      _ = batcher.startBatch(at: .zero)
    }
    #expect(answers == [true, true, true, false])
  }

  @Test func `a higher priority goes first and a delayed request last of its level`() {
    let policy = TritonBatching.QueuePolicy(timeoutAction: .delay, timeout: .seconds(1))
    let settings = TritonBatching(
      max: 3, priorityLevels: 2, defaultLevel: 2, defaultPolicy: policy)
    var batcher = TritonBatcher(settings, instances: 1)
    var isLetIn = batcher.enqueue(.init(id: 0), at: .zero)
    var hasStarted = batcher.startBatch(at: .zero)
    #expect(isLetIn && hasStarted)
    let seconds: [(id: Int, at: Int64, priority: Int)] = [
      (1, 1, 2), (2, 4, 0), (3, 4, 9), (4, 4, 1),
    ]
    for (id, at, priority) in seconds {
      isLetIn = batcher.enqueue(
        .init(id: id, priority: priority), at: .zero + .seconds(at))
      hasStarted = batcher.startBatch(at: .zero + .seconds(at))
      #expect(isLetIn && !hasStarted)
    }
    batcher.release()
    hasStarted = batcher.startBatch(at: .zero + .seconds(5))
    #expect(hasStarted)
    #expect(batcher.batch.map(\.id) == [4, 2, 3])
    batcher.release()
    hasStarted = batcher.startBatch(at: .zero + .seconds(5))
    #expect(hasStarted)
    #expect(batcher.batch.map(\.id) == [1])
  }

  @Test func `a timeout is over after its last instant`() {
    let policy = TritonBatching.QueuePolicy(timeout: .milliseconds(100))
    let settings = TritonBatching(max: 8, maxDelay: .seconds(1), defaultPolicy: policy)
    var batcher = TritonBatcher(settings, instances: 1)
    let isLetIn = batcher.enqueue(.init(id: 0), at: .zero)
    var hasStarted = batcher.startBatch(at: .zero)
    #expect(isLetIn && !hasStarted)
    #expect(batcher.nextLook == SimTime(nanoseconds: 100_000_001))
    hasStarted = batcher.startBatch(at: SimTime(nanoseconds: 100_000_000))
    #expect(!hasStarted && batcher.expired.isEmpty)
    hasStarted = batcher.startBatch(at: batcher.nextLook)
    #expect(!hasStarted && batcher.expired.map(\.id) == [0])
    #expect(batcher.nextLook == .never)
  }

  @Test func `TorchServe without a delay takes two jobs at most`() {
    var batcher = TorchServeBatcher(
      TorchServeBatching(batch: 8, maxDelay: .zero), workers: 1)
    for job in 0..<5 {
      let isLetIn = batcher.enqueue(job, at: .zero)
      #expect(isLetIn)
    }
    let hasStarted = batcher.startBatch(at: .zero)
    #expect(hasStarted)
    #expect(batcher.batch == [0, 1])
  }

  @Test func `TorchServe refuses what its queue has no room for`() {
    var batcher = TorchServeBatcher(
      TorchServeBatching(batch: 1, queue: 2), workers: 1)
    var answers: [Bool] = []
    for job in 0..<4 {
      answers.append(batcher.enqueue(job, at: .zero))
      _ = batcher.startBatch(at: .zero)
    }
    #expect(answers == [true, true, true, false])
  }

  @Test func `a Ray Serve replica lets in so many requests and no batch is larger`() {
    let settings = RayServeBatching(max: 10, wait: .milliseconds(10), maxOngoing: 5)
    var batcher = RayServeBatcher(settings, places: 1)
    for request in 0..<8 { batcher.enqueue(request, at: .zero) }
    var hasStarted = batcher.startBatch(at: .zero)
    #expect(!hasStarted)
    hasStarted = batcher.startBatch(at: batcher.nextLook)
    #expect(hasStarted && batcher.batch == [0, 1, 2, 3, 4])
    #expect(batcher.waiting == 3)
    batcher.release(requests: 5, at: .zero + .seconds(1))
    hasStarted = batcher.startBatch(at: .zero + .seconds(1))
    #expect(!hasStarted)
    hasStarted = batcher.startBatch(at: batcher.nextLook)
    #expect(hasStarted && batcher.batch == [5, 6, 7])
  }
}
