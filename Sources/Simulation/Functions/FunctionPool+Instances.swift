import Capacity
import Kernel

/// Instances: how they come, which is taken, how they go.
extension FunctionPool {
  /// What puts provisioned instances before and starting ones behind all others: above every
  /// instance's number.
  private static var rankStep: Int64 { 1 << 40 }

  /// Notes whether an instance takes one more request, and when its turn is: provisioned ones
  /// first, then those that are ready, the newest first of each, last those that start.
  @inline(__always)
  mutating func rank(_ place: Int) {
    let instance = instances[proven: place]
    guard instance.number >= 0, Int(instance.calls) < rules.concurrency else {
      return open.set(proven: place, to: .max)
    }
    var rank = -instance.number
    if instance.isProvisioned { rank -= Self.rankStep }
    if !instance.isReady { rank += Self.rankStep }
    open.set(proven: place, to: rank)
  }

  /// Starts an instance and returns its place.
  @inline(never)
  mutating func launch(at instant: Int64) -> Int {
    let place = newPlace()
    var life = FunctionLife(number: created, launched: instant)
    var draws = random.stream(.coldStart, group: group, entity: Int(created))
    var now = instant
    func passed(_ stage: Distribution) -> Int64 {
      now += max(SimDuration(seconds: stage.draw(draws.nextUniform())).nanoseconds, 0)
      return now
    }
    life.booted = passed(rules.start.boot)
    life.imaged = passed(rules.start.image)
    life.loaded = passed(rules.start.load)
    life.ready = passed(rules.start.warmUp)
    instances[place] = FunctionInstance(number: created, life: life)
    created += 1
    meter.starting += 1
    if instant >= 0, !isClosed { coldStarts += 1 }
    meter.noteSize()
    if now == instant {
      becomeReady(place)
      meter.idle += 1
    }
    return place
  }

  /// Adds an instance that is always there.
  mutating func provision(at instant: Int64) {
    let place = newPlace()
    let life = FunctionLife(
      number: created, isProvisioned: true, launched: instant, booted: instant, imaged: instant,
      loaded: instant, ready: instant)
    instances[place] = FunctionInstance(
      number: created, isProvisioned: true, isReady: true, life: life)
    created += 1
    meter.ready += 1
    meter.idle += 1
    meter.noteSize()
    rank(place)
  }

  mutating func becomeReady(_ place: Int) {
    instances[place].isReady = true
    meter.starting -= 1
    meter.ready += 1
    rank(place)
  }

  private mutating func newPlace() -> Int {
    if vacant.count > 0 { return Int(vacant.removeLast()) }
    instances.append(FunctionInstance())
    for _ in 0..<rules.concurrency { calls.append(FunctionCall()) }
    open.reserve(instances.count)
    turns.reserve(calls.count)
    return instances.count - 1
  }

  /// Puts an instance behind all that have been idle longer; a provisioned one never expires.
  @inline(__always)
  mutating func enterIdle(_ place: Int, at instant: Int64) {
    guard !instances[proven: place].isProvisioned else { return }
    instances[proven: place].idleSince = instant
    instances[proven: place].before = shortestIdle
    instances[proven: place].after = -1
    if shortestIdle >= 0 {
      instances[Int(shortestIdle)].after = Int32(place)
    } else {
      longestIdle = Int32(place)
      nextExpiry = instant &+ rules.expiry
    }
    shortestIdle = Int32(place)
  }

  /// Takes an instance out of those that expire, if it is one of them.
  @inline(__always)
  mutating func leaveIdle(_ place: Int) {
    let (before, after) = (instances[proven: place].before, instances[proven: place].after)
    guard before >= 0 || after >= 0 || longestIdle == Int32(place) else { return }
    instances[proven: place].before = -1
    instances[proven: place].after = -1
    if after >= 0 { instances[Int(after)].before = before } else { shortestIdle = before }
    if before >= 0 {
      instances[Int(before)].after = after
      return
    }
    longestIdle = after
    nextExpiry = after >= 0 ? instances[Int(after)].idleSince &+ rules.expiry : .max
  }

  /// Ends the life of an idle instance.
  @inline(never)
  mutating func expire(_ place: Int, at instant: Int64) {
    leaveIdle(place)
    if instant > 0, !isClosed {
      instances[place].life.gone = instant
      lives.append(instances[place].life)
    }
    instances[place] = FunctionInstance()
    rank(place)
    vacant.append(Int32(place))
    meter.ready -= 1
    meter.idle -= 1
  }
}
