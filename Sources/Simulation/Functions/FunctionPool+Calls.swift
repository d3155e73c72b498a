import Capacity
import Kernel

/// Requests: where they go, how long they take, what is counted when they depart.
extension FunctionPool {
  /// Gives a request to the instance whose turn it is, else starts one for it, else rejects it.
  @inline(__always)
  mutating func admit(_ frame: Frame, at instant: Int64, _ tally: inout Tally) {
    tally.offer(frame)
    let luck = luck(of: frame)
    if isRefusing {
      reject(frame, at: instant, &tally)
    } else if open.earliest != .max {
      call(on: open.earliestIndex, frame, luck, isFirst: false, at: instant, &tally)
    } else if meter.instances < rules.limit {
      let place = launch(at: instant)
      call(on: place, frame, luck, isFirst: true, at: instant, &tally)
    } else {
      reject(frame, at: instant, &tally)
    }
  }

  @inline(__always)
  private mutating func call(
    on place: Int, _ frame: Frame, _ luck: UInt32, isFirst: Bool, at instant: Int64,
    _ tally: inout Tally
  ) {
    let call = freeCall(of: place)
    if instances[proven: place].isReady, instances[proven: place].calls == 0 {
      meter.idle &-= 1
      leaveIdle(place)
    }
    instances[proven: place].calls &+= 1
    rank(place)
    calls[proven: call] = FunctionCall(
      phase: .waiting, isFirst: isFirst, luck: luck, frame: frame)
    let isCold = isFirst || !instances[proven: place].isReady
    if isCold, frame.isCounted { coldRequests &+= 1 }
    if instances[proven: place].isReady { return begin(call, on: place, at: instant, &tally) }
    meter.waiting += 1
    turns.set(call, to: instances[place].life.ready)
  }

  @inline(__always)
  private func freeCall(of place: Int) -> Int {
    var call = place &* rules.concurrency
    while calls[call].phase != .none { call &+= 1 }
    return call
  }

  /// A call that waited for its instance begins service; one in service departs.
  @inline(__always)
  mutating func follow(_ call: Int, at instant: Int64, _ tally: inout Tally) {
    let place = rules.concurrency == 1 ? call : call / rules.concurrency
    guard calls[proven: call].phase == .waiting else {
      return depart(call, from: place, at: instant, &tally)
    }
    meter.waiting -= 1
    if !instances[place].isReady { becomeReady(place) }
    begin(call, on: place, at: instant, &tally)
  }

  @inline(__always)
  private mutating func begin(
    _ call: Int, on place: Int, at instant: Int64, _ tally: inout Tally
  ) {
    let curve = plan.curves[self.curve]
    instances[proven: place].running &+= 1
    meter.running &+= 1
    let time = serviceTime(
      of: calls[proven: call], curve, running: Int(instances[proven: place].running))
    calls[proven: call].phase = .running
    calls[proven: call].startedAt = instant
    turns.set(proven: call, to: instant &+ time)
    let wait = instant &- calls[proven: call].frame.arrival
    tally.dispatch(frames: 1, at: instant, measuredUpTo: curve.measuredUpTo)
    tally.note(waits: wait, of: 1)
    if rules.isBilledByRequest, instant >= 0, !isClosed { bill(call, on: place, time: time) }
  }

  /// How long a call takes; decided once, by what is in service on its GPU when it begins.
  @inline(__always)
  private func serviceTime(
    of call: FunctionCall, _ curve: DataPlan.Curve, running: Int
  ) -> Int64 {
    if call.isFirst, rules.hasColdService {
      return DataPlan.whole(plan.draw(rules.coldService, call.luck))
    }
    var time = plan.times[curve.firstTime]
    if curve.varies { time *= plan.draw(curve.variation, call.luck) * 1e-9 }
    if running > 1 {
      let busy = (running + rules.gpus - 1) / rules.gpus
      time *= plan.slowdowns[curve.firstSlowdown + busy - 1]
    }
    return DataPlan.whole(time)
  }

  /// Notes what a request is billed for: its time, and for the first of an instance what the start
  /// adds to it.
  private mutating func bill(_ call: Int, on place: Int, time: Int64) {
    let life = instances[place].life
    let start = calls[call].isFirst ? life.ready - life.launched : 0
    let rule = instances[place].isProvisioned ? rules.provisionedTime : rules.billedTime
    let execution = rule(of: SimDuration(nanoseconds: time))
    let whole = rule(
      of: SimDuration(nanoseconds: time), initialisation: SimDuration(nanoseconds: start))
    instances[place].life.use.add(
      execution: execution.nanoseconds, initialisation: (whole - execution).nanoseconds)
  }

  @inline(__always)
  private mutating func depart(
    _ call: Int, from place: Int, at instant: Int64, _ tally: inout Tally
  ) {
    let frame = calls[proven: call].frame
    let startedAt = calls[proven: call].startedAt
    let service = instant &- startedAt
    let population = Int(frame.population)
    var answers = Tally.Answers()
    tally.answer(
      frame, wait: startedAt &- frame.arrival, service: service,
      deadline: plan.traffic[population].deadline, &answers)
    tally.add(answers, service: service, population: population)
    if tally.attributesUse { tally.use(service, by: population, pool: 0, from: startedAt) }
    calls[proven: call].phase = .none
    turns.set(proven: call, to: .max)
    meter.running &-= 1
    instances[proven: place].running &-= 1
    instances[proven: place].calls &-= 1
    if instant > 0 { instances[proven: place].life.busy &+= instant &- max(startedAt, 0) }
    rank(place)
    if instances[proven: place].calls == 0 {
      meter.idle &+= 1
      enterIdle(place, at: instant)
    }
    answerClient(of: frame, after: instant)
  }
}
