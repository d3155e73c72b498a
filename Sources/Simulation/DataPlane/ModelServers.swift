import Capacity
import Kernel

/// The batchers of a station's servers, all of one kind, with the frames that wait in them.
///
/// A batcher knows frames by numbers only; here is what they stand for. Servers have the station's
/// places.
struct ModelServers: ~Copyable {
  /// One element for each server in the one of these that is of the station's kind.
  private var tritons: [TritonBatcher] = []
  private var torchServes: [TorchServeBatcher] = []
  private var rayServes: [RayServeBatcher] = []
  /// The frames that wait, and for each the server where it does; below 0 for a free place.
  private var frames = Slab<Frame>(repeating: .none, count: 0)
  private var places = Slab<Int32>(repeating: -1, count: 0)
  private var free: [Int] = []
  /// Frames that wait at each server.
  private var counts: [Int] = []
  /// Frames that wait.
  private(set) var waiting = 0
  /// The frames of the batch that `startBatch` started.
  private(set) var batch: [Frame] = []
  /// The frames that `startBatch` gave up.
  private(set) var expired: [Frame] = []

  /// Frames that wait at a server.
  func waiting(at server: Int) -> Int { counts[server] }

  /// When a server has something to do if nothing happens before, in nanoseconds.
  func nextLook(of server: Int) -> Int64 {
    if !tritons.isEmpty { return tritons[server].nextLook.nanoseconds }
    if !torchServes.isEmpty { return torchServes[server].nextLook.nanoseconds }
    return rayServes[server].nextLook.nanoseconds
  }

  /// Puts a new batcher at a place, which is the next one or holds no frames.
  mutating func open(_ server: Int, lanes: Int, _ plan: ModelServerPlan) {
    if server == counts.count { counts.append(0) }
    switch plan.server {
    case .triton(let batching):
      Self.place(TritonBatcher(batching, instances: lanes), at: server, in: &tritons)
    case .torchServe(let batching):
      Self.place(TorchServeBatcher(batching, workers: lanes), at: server, in: &torchServes)
    case .rayServe(let batching):
      Self.place(RayServeBatcher(batching, places: lanes), at: server, in: &rayServes)
    }
  }

  private static func place<Batcher>(
    _ batcher: Batcher, at server: Int, in batchers: inout [Batcher]
  ) {
    if server == batchers.count { batchers.append(batcher) } else { batchers[server] = batcher }
  }

  /// Lets a frame in; false when the server refuses it.
  mutating func enqueue(
    _ frame: Frame, at server: Int, _ instant: Int64, _ plan: ModelServerPlan
  ) -> Bool {
    let number = put(frame, at: server)
    let now = SimTime(nanoseconds: instant)
    var isLetIn = true
    if !tritons.isEmpty {
      var request = plan.requests[Int(frame.population)]
      request.id = number
      isLetIn = tritons[server].enqueue(request, at: now)
    } else if !torchServes.isEmpty {
      isLetIn = torchServes[server].enqueue(number, at: now)
    } else {
      rayServes[server].enqueue(number, at: now)
    }
    if !isLetIn { _ = take(number) }
    return isLetIn
  }

  /// Whether a server looks at each arrival by itself, and not at all of an instant together.
  var looksAtEachArrival: Bool { !tritons.isEmpty }

  /// A lane of a server has finished a batch.
  mutating func release(_ server: Int, frames: Int, at instant: Int64) {
    if !tritons.isEmpty {
      tritons[server].release()
    } else if !torchServes.isEmpty {
      torchServes[server].release()
    } else {
      rayServes[server].release(requests: frames, at: SimTime(nanoseconds: instant))
    }
  }

  /// Does what is due at a server; true if a lane now runs `batch`. Others are in `expired`.
  mutating func startBatch(_ server: Int, at instant: Int64) -> Bool {
    let now = SimTime(nanoseconds: instant)
    batch.removeAll(keepingCapacity: true)
    expired.removeAll(keepingCapacity: true)
    if !tritons.isEmpty {
      let hasStarted = tritons[server].startBatch(at: now)
      for request in tritons[server].expired { expired.append(take(request.id)) }
      if hasStarted { for request in tritons[server].batch { batch.append(take(request.id)) } }
      return hasStarted
    }
    if !torchServes.isEmpty {
      let hasStarted = torchServes[server].startBatch(at: now)
      if hasStarted { for number in torchServes[server].batch { batch.append(take(number)) } }
      return hasStarted
    }
    let hasStarted = rayServes[server].startBatch(at: now)
    if hasStarted { for number in rayServes[server].batch { batch.append(take(number)) } }
    return hasStarted
  }

  /// Takes the frames that wait at a server, whose batcher must then be replaced by `open`.
  mutating func takeFrames(at server: Int) -> [Frame] {
    (0..<places.count).filter { places[$0] == server }.map { take($0) }
  }

  private mutating func put(_ frame: Frame, at server: Int) -> Int {
    counts[server] += 1
    waiting += 1
    guard let number = free.popLast() else {
      frames.append(frame)
      places.append(Int32(server))
      return frames.count - 1
    }
    frames[number] = frame
    places[number] = Int32(server)
    return number
  }

  private mutating func take(_ number: Int) -> Frame {
    counts[Int(places[number])] -= 1
    waiting -= 1
    places[number] = -1
    free.append(number)
    return frames[number]
  }
}
