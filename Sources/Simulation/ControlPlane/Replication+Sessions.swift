import Capacity
import Kernel

/// A session that is present.
struct SessionState {
  var population: Int
  var number: Int
  /// The station and the place in it that it sends to.
  var station: Int
  var source: Int
  /// The instance that it stays with, or nil.
  var instance: Int?
  var isPresent: Bool
  /// The instance of a serverless pool that is its own, be it ready or starting.
  var reserved: Int?
}

extension Replication {
  mutating func startSession(population index: Int) {
    let population = scenario.populations[index]
    if let next = starts[index]?.next() {
      events.schedule(.sessionStart, at: next, entity: index)
    }
    guard case .stream(var stream) = population.kind else { return }
    stream.period = admittedPeriod(stream.period)
    let number = startedSessions[index]
    startedSessions[index] += 1
    let end = now + random.sessionLength(of: number, stream, group: groups[index])
    let source = FrameSource(
      kind: .stream, population: index, owner: 0,
      firstCapture: firstCapture(of: number, stream, group: groups[index]).nanoseconds,
      end: min(end, scenario.clock.end).nanoseconds, period: stream.period.nanoseconds,
      jitter: random.stream(.jitter, group: groups[index], entity: number),
      network: random.stream(.network, group: groups[index], entity: number))
    let place = newSession(
      SessionState(
        population: index, number: number, station: 0, source: 0, instance: nil, isPresent: true))
    let held = endAnnouncement(of: number, population: index)
    if refuse(place, source) {
      if let held { letGo(held) }
    } else {
      reserve(for: place, held: held)
      settle(place, in: destination(for: place)) { station in station.addStream(source) }
    }
    recorder.changeUsers(by: 1)
    recorder.changeStreams(of: index, by: 1)
    if end < scenario.clock.end { events.schedule(.sessionEnd, at: end, entity: place) }
  }

  private func firstCapture(of number: Int, _ stream: StreamDemand, group: Int) -> SimTime {
    let period = stream.period.nanoseconds
    switch stream.phase {
    case .random:
      var phases = random.stream(.phase, group: group, entity: number)
      return now + SimDuration(nanoseconds: Int64(phases.nextUniform() * Double(period)))
    case .aligned: return onGrid(offset: 0, period: period)
    case .staggered(let step):
      return onGrid(offset: (step.nanoseconds * Int64(number)) % period, period: period)
    }
  }

  /// The first instant from now on that is `offset` past a whole multiple of the period.
  private func onGrid(offset: Int64, period: Int64) -> SimTime {
    let past = ((now.nanoseconds - offset) % period + period) % period
    return now + SimDuration(nanoseconds: past == 0 ? 0 : period - past)
  }

  private mutating func newSession(_ session: SessionState) -> Int {
    if let place = freeSessions.popLast() {
      sessions[place] = session
      return place
    }
    sessions.append(session)
    return sessions.count - 1
  }

  mutating func endSession(_ place: Int) {
    visit(sessions[place].station) { [place = sessions[place].source] station, _ in
      station.endStream(place)
    }
    if let instance = sessions[place].instance { instances[instance].streams -= 1 }
    if let instance = sessions[place].reserved { release(instance) }
    sessions[place].isPresent = false
    freeSessions.append(place)
    recorder.changeUsers(by: -1)
    recorder.changeStreams(of: sessions[place].population, by: -1)
  }

  /// Puts a session's stream at an instance, or where streams wait for one.
  private mutating func settle(
    _ place: Int, in instance: Int?, _ enter: (inout Station) -> Int
  ) {
    let station = instance.map { instances[$0].station } ?? 0
    let source = visit(station) { station, _ in enter(&station) }
    sessions[place].station = station
    sessions[place].source = source
    sessions[place].instance = instance
    if let instance { instances[instance].streams += 1 }
  }

  /// Moves every session of a station to wherever it belongs now.
  mutating func moveSessions(of station: Int) {
    for place in sessions.indices
    where sessions[place].isPresent && sessions[place].station == station {
      let target = destination(for: place)
      if station == 0, target == nil { continue }
      let taken = visit(station) { [source = sessions[place].source] station, _ in
        station.takeStream(source)
      }
      if let old = sessions[place].instance { instances[old].streams -= 1 }
      settle(place, in: target) { station in
        station.resumeStream(taken)
      }
    }
  }

  /// The instance that a session's stream stays with; nil when frames are routed one by one, and
  /// when no instance is ready.
  private mutating func destination(for place: Int) -> Int? {
    if streamFunction != nil {
      return sessions[place].reserved.flatMap { instances[$0].phase == .ready ? $0 : nil }
    }
    switch plan.routing {
    case .stickyLeastStreams: return emptiest()
    case .stickyRoundRobin: return nextInTurn()
    case .stickyHash: return heaviest(for: sessions[place])
    case .roundRobin, .leastOutstanding, .powerOfTwoChoices, .sharedQueue: return nil
    }
  }

  private func emptiest() -> Int? {
    var best: Int?
    for id in present where instances[id].phase == .ready {
      guard let leader = best else {
        best = id
        continue
      }
      let ours = instances[id].streams * weight(ofPool: instances[leader].pool)
      let theirs = instances[leader].streams * weight(ofPool: instances[id].pool)
      if ours < theirs { best = id }
    }
    return best
  }

  /// The lanes of an instance times their speed.
  private func weight(ofPool pool: Int) -> Int {
    pools[pool].lanesPerInstance * plan.curves[pool].speed
  }

  private mutating func nextInTurn() -> Int? {
    let ready = present.filter { instances[$0].phase == .ready }
    guard !ready.isEmpty else { return nil }
    let next = ready.first { $0 >= turn } ?? ready[0]
    turn = next + 1
    return next
  }

  /// Rendezvous hashing: the instance whose hash with the session is the highest (Thaler and
  /// Ravishankar 1998), so a change of the fleet moves only the sessions that it must.
  private func heaviest(for session: SessionState) -> Int? {
    var best: Int?
    var weight: UInt32 = 0
    for id in present where instances[id].phase == .ready {
      let state = instances[id]
      let group = groups[session.population] ^ pools[state.pool].group
      var hash = random.stream(
        .routing, group: group, entity: session.number &* 65_599 &+ state.number)
      let candidate = hash.next32()
      if best == nil || candidate > weight {
        best = id
        weight = candidate
      }
    }
    return best
  }
}
