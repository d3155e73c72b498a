import Capacity
import Kernel

extension ScenarioWalk {
  /// The factors of `sessions:`, in the order of their names here, which does not matter.
  mutating func factors(_ section: Section) -> [DemandFactor] {
    var factors: [DemandFactor] = []
    if let points = section["steps"].flatMap({ timedFactors($0) }) {
      factors.append(.steps(points))
    }
    if let points = section["ramps"].flatMap({ timedFactors($0) }) {
      factors.append(.ramps(points))
    }
    if let values = section["profile"].flatMap({ profile($0) }) { factors.append(.hourly(values)) }
    if let waves = section["harmonics"].flatMap({ harmonics($0) }) {
      factors.append(.harmonics(waves))
    }
    if let days = section["weekdays"].flatMap({ weekdays($0) }) { factors.append(.weekdays(days)) }
    if let node = section["flash"] { factors += flashes(node) }
    if let factor = section["bursts"].flatMap({ bursts($0) }) { factors.append(factor) }
    return factors
  }

  private mutating func timedFactors(_ node: YAMLNode) -> [DemandFactor.TimedFactor]? {
    guard let elements = list(node, of: "{at, factor}") else { return nil }
    var points: [DemandFactor.TimedFactor] = []
    for element in elements {
      guard let section = section(element, "`\(node.name)`", keys: ["at", "factor"]),
        let atNode = required("at", in: section), let factorNode = required("factor", in: section),
        let at = seconds(atNode, signed: true), let value = factor(factorNode)
      else { continue }
      let instant = SimTime.zero + SimDuration(seconds: at)
      if let last = points.last, last.at >= instant {
        report(.notAscending("at"), at: atNode, against: nil)
      }
      points.append(.init(at: instant, factor: value))
    }
    return points.isEmpty ? nil : points
  }

  private mutating func profile(_ node: YAMLNode) -> [Double]? {
    guard let elements = list(node, of: "24 factors") else { return nil }
    guard elements.count == 24 else {
      report(.contradiction(.count(node.name, found: elements.count, wanted: 24)), at: node)
      return nil
    }
    return elements.map { factor($0) ?? 1 }
  }

  private mutating func harmonics(_ node: YAMLNode) -> [DemandFactor.Harmonic]? {
    guard let elements = list(node, of: "{amplitude, peak_at}") else { return nil }
    var waves: [DemandFactor.Harmonic] = []
    for element in elements {
      guard let section = section(element, "a harmonic", keys: ["order", "amplitude", "peak_at"]),
        let size = required("amplitude", in: section), let hour = required("peak_at", in: section),
        let amplitude = share(size, atMost: 10), let peak = timeOfDay(hour)
      else { continue }
      let order = section["order"].map { integer($0, in: 1...48) ?? 1 } ?? 1
      waves.append(.init(order: order, amplitude: amplitude, peak: peak))
    }
    return waves.isEmpty ? nil : waves
  }

  private mutating func weekdays(_ node: YAMLNode) -> [Double]? {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    guard let section = section(node, "`weekdays`", keys: days) else { return nil }
    return days.map { day in section[day].flatMap { factor($0) } ?? 1 }
  }

  private mutating func flashes(_ node: YAMLNode) -> [DemandFactor] {
    var factors: [DemandFactor] = []
    for element in list(node, of: "{at, height, rise, decay}") ?? [] {
      let keys = ["at", "height", "rise", "decay"]
      guard let section = section(element, "`flash`", keys: keys),
        let at = required("at", in: section), let height = required("height", in: section),
        let rise = required("rise", in: section), let decay = required("decay", in: section),
        let start = duration(at), let level = factor(height), let climb = duration(rise),
        let fall = duration(decay, atLeast: .nanoseconds(1))
      else { continue }
      factors.append(.flash(at: .zero + start, height: level, rise: climb, decay: fall))
    }
    return factors
  }

  private mutating func bursts(_ node: YAMLNode) -> DemandFactor? {
    guard let section = section(node, "`bursts`", keys: ["height", "on", "off"]),
      let heightNode = required("height", in: section), let onNode = required("on", in: section),
      let offNode = required("off", in: section), let height = factor(heightNode),
      let on = duration(onNode, atLeast: .milliseconds(1)),
      let off = duration(offNode, atLeast: .milliseconds(1))
    else { return nil }
    let most = (on + off).seconds / on.seconds
    guard height <= most else {
      let fault = Contradiction.bursts(height: heightNode.flowText, most: "\(most.rounded(.down))x")
      report(fault, at: heightNode, against: nil)
      return nil
    }
    return .bursts(height: height, on: on, off: off)
  }
}
