import Capacity
import Kernel

/// A serverless pool for streams: a stream has an instance, or a part of one, while it lasts.
///
/// Its instances are the control plane's, each a station of its own. Frames sent while the
/// instance of a stream starts are rejected, as from every stream that has no instance, and so are
/// all frames of a stream that came when the pool was at its limit.
extension Replication {
  /// What the pool is told, where it is serverless and for streams.
  var streamFunction: FunctionLayer? { functions == nil ? plan.function?.layer : nil }

  /// Launches the instances that are always there.
  mutating func provisionForStreams() {
    for _ in 0..<(streamFunction?.provisioned ?? 0) { launch(in: 0, isInitial: true) }
  }

  /// Gives a stream that has come the instance that is held for it, else finds it one, else starts
  /// one; none when there are enough.
  mutating func reserve(for place: Int, held: Int?) {
    guard let layer = streamFunction else { return }
    if now >= .zero { streamsCome += 1 }
    if let held { instances[held].held -= 1 }
    guard let instance = held ?? freeOrNewInstance(layer) else { return }
    sessions[place].reserved = instance
    if instances[instance].idleSince != nil { pools[0].idle -= 1 }
    instances[instance].idleSince = nil
    instances[instance].promised += 1
    if instances[instance].phase != .ready, now >= .zero { coldStreams += 1 }
  }

  /// Keeps an instance for an announced stream, a new one if none is free; nil when there are
  /// enough, or nobody is let in.
  mutating func hold() -> Int? {
    guard let layer = streamFunction, budget?.admits != false,
      let instance = freeOrNewInstance(layer)
    else { return nil }
    instances[instance].held += 1
    return instance
  }

  /// A stream that an instance was kept for is not let in.
  mutating func letGo(_ id: Int) {
    instances[id].held -= 1
    if instances[id].phase == .ready { beginIdle(id) }
  }

  private mutating func freeOrNewInstance(_ layer: FunctionLayer) -> Int? {
    if let free = freeInstance(layer) { return free }
    guard pools[0].live < layer.limit else { return nil }
    launch(in: 0)
    return present.last
  }

  /// The instance that takes one more stream: a provisioned one, else one that is ready, else one
  /// that starts; the newest of each.
  private func freeInstance(_ layer: FunctionLayer) -> Int? {
    func best(_ isFit: (InstanceState) -> Bool) -> Int? {
      present.last { id in
        instances[id].promised + instances[id].held < layer.concurrency && isFit(instances[id])
          && !isExpired(id, layer)
      }
    }
    return best { $0.phase == .ready && $0.number < layer.provisioned }
      ?? best { $0.phase == .ready } ?? best { $0.phase.isComing }
  }

  /// A stream has left its instance.
  mutating func release(_ id: Int) {
    instances[id].promised -= 1
    if instances[id].phase == .ready { beginIdle(id) }
  }

  /// An instance may have nothing to do from now on; one that is held is idle, and does not expire.
  mutating func beginIdle(_ id: Int) {
    guard let layer = streamFunction, instances[id].promised == 0 else { return }
    if instances[id].idleSince == nil { pools[0].idle += 1 }
    instances[id].idleSince = now
    guard instances[id].number >= layer.provisioned else { return }
    events.schedule(.expire, at: now + layer.expiry, entity: id)
  }

  private func isExpired(_ id: Int, _ layer: FunctionLayer) -> Bool {
    guard let since = instances[id].idleSince, instances[id].held == 0,
      instances[id].number >= layer.provisioned
    else { return false }
    return now - since >= layer.expiry
  }

  /// Ends an instance that has been idle for long enough; one that was taken meanwhile stays.
  mutating func expire(_ id: Int) {
    guard let layer = streamFunction, instances[id].phase == .ready, isExpired(id, layer)
    else { return }
    instances[id].idleSince = nil
    pools[0].idle -= 1
    drain(id)
  }
}

extension FunctionLife {
  /// The life of an instance that serves streams; nil when it was gone before the measured span.
  init?(_ state: InstanceState, provisioned: Int) {
    let gone = state.goneAt ?? .never
    guard gone > .zero, let launched = state.launched else { return nil }
    number = Int64(state.number)
    isProvisioned = state.number < provisioned
    self.launched = launched.nanoseconds
    booted = (state.booted ?? .never).nanoseconds
    imaged = (state.imaged ?? .never).nanoseconds
    loaded = (state.loaded ?? .never).nanoseconds
    ready = (state.readyAt ?? .never).nanoseconds
    self.gone = gone.nanoseconds
    busy = max(0, (state.busyAtReadyEnd ?? 0) - state.busyAtZero)
  }
}
