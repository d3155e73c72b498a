import Capacity
import Kernel

extension ScenarioWalk {
  /// A trace of starts: counts of equal intervals, or instants.
  mutating func trace(_ node: YAMLNode, _ stream: StreamDemand?, _ clock: Clock) -> Arrivals? {
    let keys = ["file", "time", "count", "scale", "from", "arrival"]
    guard let section = section(node, "`trace`", keys: keys),
      let file = required("file", in: section)
    else { return nil }
    guard let arrival = section["arrival"] else { return counts(section, file, stream, clock) }
    exclude(["time", "count", "scale", "from"], beside: arrival, in: section)
    return instants(arrival, file, stream, clock)
  }

  private mutating func instants(
    _ column: YAMLNode, _ file: YAMLNode, _ stream: StreamDemand?, _ clock: Clock
  ) -> Arrivals? {
    guard let name = text(column), var table = table(file, columns: [(name, column)]) else {
      return nil
    }
    var instants: [SimTime] = []
    while let row = table.next() {
      guard let seconds = table.seconds(row, name, atLeast: -Self.longest.seconds) else { continue }
      let instant = SimTime.zero + SimDuration(seconds: seconds)
      if let last = instants.last, instant < last {
        let fault = Problem.RowFault.notAscending(
          column: name, text: Self.words(instant - .zero), before: Self.words(last - .zero))
        table.add(fault, row, name)
      } else {
        instants.append(instant)
      }
    }
    guard finish(table, file), checkSize(sessions: Double(instants.count), file, stream) else {
      return nil
    }
    guard instants.contains(where: { $0 >= .zero && $0 < clock.end }) else {
      report(.trace(.noneMeasured), at: file)
      return nil
    }
    return .instants(instants)
  }

  private mutating func counts(
    _ section: Section, _ file: YAMLNode, _ stream: StreamDemand?, _ clock: Clock
  ) -> Arrivals? {
    let timeName = text(section["time"], default: "t_seconds")
    let countName = text(section["count"], default: "count")
    let scale = section["scale"].map { number($0, in: 0...1e6) } ?? 1
    let from = section["from"].map { duration($0) } ?? .zero
    let columns = [(timeName, section["time"] ?? file), (countName, section["count"] ?? file)]
    guard let scale, let from, var table = table(file, columns: columns) else { return nil }
    var rows = CountRows(from: from)
    while let row = table.next() {
      guard let seconds = table.seconds(row, timeName, atLeast: 0),
        let count = table.count(row, countName)
      else { continue }
      if let fault = rows.add(count, at: SimDuration(seconds: seconds), column: timeName) {
        table.add(fault, row, timeName)
      }
    }
    guard finish(table, file) else { return nil }
    guard let interval = rows.step else {
      report(.trace(.tooFewRows(file.text ?? "")), at: file)
      return nil
    }
    let covers = interval * Int64(rows.counts.count)
    guard covers >= clock.measure else {
      report(
        .trace(.short(covers: Self.words(covers), needed: Self.words(clock.measure))), at: file)
      return nil
    }
    let sessions = rows.counts.reduce(0.0) { $0 + Double($1) } * scale
    guard checkSize(sessions: sessions, file, stream) else { return nil }
    return .counts(CountTrace(interval: interval, counts: rows.counts, scale: scale))
  }
}

/// Counts at equal steps of time, as they are read.
private struct CountRows {
  /// How much of the beginning is left out.
  let from: SimDuration
  private(set) var counts: [Int] = []
  /// The step between the first two rows.
  private(set) var step: SimDuration?
  private var first: SimDuration?
  private var last: SimDuration?

  init(from: SimDuration) { self.from = from }

  /// Takes a row, or says what is wrong with it.
  mutating func add(_ count: Int, at time: SimDuration, column: String) -> Problem.RowFault? {
    defer { last = time }
    if let last {
      let gap = time - last
      guard gap > .zero else {
        return .notAscending(
          column: column, text: ScenarioWalk.words(time), before: ScenarioWalk.words(last))
      }
      let step = self.step ?? gap
      self.step = step
      // Times with few decimals may be off by their rounding.
      guard abs((gap - step).nanoseconds) <= max(step.nanoseconds / 1_000_000, 1_000) else {
        return .unequalStep(
          column: column, step: ScenarioWalk.words(gap), first: ScenarioWalk.words(step))
      }
    }
    let start = first ?? time
    first = start
    if time >= start + from { counts.append(count) }
    return nil
  }
}
