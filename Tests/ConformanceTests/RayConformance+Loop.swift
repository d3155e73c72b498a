import Autoscaling
import Kernel
import Testing

/// A pool under the autoscaler, asked each tenth of a second with the requests of that instant.
///
/// A replica runs a fixed time after it was targeted. Removals are at once, newest pending first,
/// then running ones.
struct RayLoop {
  private var autoscaler: RayServeAutoscaler
  private let settings: RayServeAutoscaler.Settings
  private let requests: [(from: SimTime, total: Double)]
  private let startup: SimDuration
  private let end: SimTime
  private var running: Int
  /// When those that were targeted will run, oldest first.
  private var pending: [SimTime] = []

  init(_ input: JSONValue) throws {
    settings = try RayServeAutoscaler.Settings(of: input)
    autoscaler = RayServeAutoscaler(settings)
    requests = try #require(input["requests"]?.array).map { entry in
      let entry = try #require(entry.array)
      try #require(entry.count == 2)
      return (try entry[0].instant(), try #require(entry[1].double))
    }
    startup = try input.duration("startup_s")
    end = .zero + (try input.duration("until_s"))
    running = try #require(input["initial_replicas"]?.int)
  }

  /// The changes of the target.
  func changes() -> JSONValue {
    var loop = self
    var changes: [JSONValue] = []
    var target = running
    var now = SimTime.zero
    while now <= end {
      loop.start(at: now)
      let total = requests.last { $0.from <= now }?.total ?? 0
      let asked = loop.autoscaler.propose(
        running: loop.running, target: target, requests: total, at: now)
      let next = settings.bounded(asked)
      if next != target {
        changes.append(
          ["t_s": .number(now.seconds), "from": .int(target), "to": .int(next)])
        loop.resize(from: target, to: next, at: now)
        target = next
      }
      now += settings.interval
    }
    return ["changes": .array(changes)]
  }

  private mutating func start(at now: SimTime) {
    while let first = pending.first, first <= now {
      pending.removeFirst()
      running += 1
    }
  }

  private mutating func resize(from old: Int, to new: Int, at now: SimTime) {
    for _ in 0..<max(0, new - old) { pending.append(now + startup) }
    for _ in 0..<max(0, old - new) {
      if pending.popLast() == nil { running -= 1 }
    }
  }
}
