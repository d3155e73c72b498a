import Autoscaling
import Kernel
import Testing

/// The facts about Karpenter's batching and the Cluster Autoscaler's scale-down timing.
struct NodesConformanceTests {
  @Test(arguments: Vector.all("nodes"))
  func `nodes come and go as in Karpenter and the Cluster Autoscaler`(_ vector: Vector) throws {
    switch vector.kind {
    case "karpenter_batch": vector.check(try batches(vector.input))
    case "ca_scale_down": vector.check(try scaleDown(vector.input))
    default: vector.unknownKind()
    }
  }

  private func batches(_ input: JSONValue) throws -> JSONValue {
    let scheduling = input["scheduling_s"] == nil ? .zero : try input.duration("scheduling_s")
    var batcher = KarpenterBatcher(
      idle: try input.duration("idle_s"), max: try input.duration("max_s"),
      scheduling: scheduling)
    var names: [JSONValue] = []
    var windows: [JSONValue] = []
    for trigger in try #require(input["triggers"]?.array) {
      let trigger = try #require(trigger.array)
      try #require(trigger.count == 2)
      let now = try trigger[0].instant()
      while let window = batcher.close(at: now) { windows.append(json(window)) }
      if !names.contains(trigger[1]) { names.append(trigger[1]) }
      batcher.trigger(pod: try #require(names.firstIndex(of: trigger[1])), at: now)
    }
    while let window = batcher.close(at: .never) { windows.append(json(window)) }
    return ["windows": .array(windows)]
  }

  private func json(_ window: KarpenterBatcher.Window) -> JSONValue {
    [
      "open_s": .number(window.opened.seconds), "close_s": .number(window.closed.seconds),
      "pods": .int(window.pods),
    ]
  }

  private func scaleDown(_ input: JSONValue) throws -> JSONValue {
    var timer = ScaleDownTimer(
      .init(
        unneededTime: try input.duration("unneeded_time_s"),
        unreadyTime: try input.duration("unready_time_s"),
        delayAfterAdd: try input.duration("delay_after_add_s")))
    let isReady = input["ready"]?.bool ?? true
    let spans = try #require(input["unneeded"]?.array).map { span in
      let span = try #require(span.array)
      try #require(span.count == 2)
      return (try span[0].instant(), try span[1].instant())
    }
    let scaleUps = try (input["scale_ups"]?.array ?? []).map { try $0.instant() }
    let scan = try input.duration("scan_s")
    let end = SimTime.zero + (try input.duration("until_s"))
    var clock = ScaleDownTimer.Clock()
    var now = SimTime.zero
    while now <= end {
      for scaleUp in scaleUps where scaleUp <= now { timer.added(at: scaleUp) }
      clock.observe(isUnneeded: spans.contains { $0.0 <= now && now < $0.1 }, at: now)
      if timer.allowsRemoval(clock, isReady: isReady, at: now) {
        return ["deleted_at_s": .number(now.seconds)]
      }
      now += scan
    }
    return ["deleted_at_s": .null]
  }
}
