import Capacity
import Kernel

extension ScenarioWalk {
  /// A population with the places that later checks point at.
  struct ReadPopulation {
    var population: Population
    var isStream: Bool
  }

  /// The populations.
  mutating func demand(_ node: YAMLNode, _ clock: Clock) -> [ReadPopulation] {
    var populations: [ReadPopulation] = []
    for entry in named(node, "populations") {
      if let population = population(entry, clock) { populations.append(population) }
    }
    return populations
  }

  private mutating func population(
    _ entry: YAMLNode.Entry, _ clock: Clock
  ) -> ReadPopulation? {
    let keys = ["sessions", "duration", "stream", "network", "deadline", "retry", "signal"]
    guard let section = section(entry.value, "a population", keys: keys) else { return nil }
    let isStream = section["stream"] != nil
    let stream = isStream ? self.stream(section) : nil
    if !isStream, let duration = section["duration"] {
      report(.streamOnly("duration"), at: duration, against: nil)
    }
    if !isStream, let signal = section["signal"] {
      report(.streamOnly("signal"), at: signal, against: nil)
    }
    let network = section["network"].flatMap { self.network($0) } ?? Network()
    let deadline = required("deadline", in: section).flatMap { node in
      self.deadline(node, network)
    }
    let arrivals = required("sessions", in: section).flatMap { node in
      self.arrivals(node, stream, isStream: isStream, clock)
    }
    guard let deadline, let arrivals, !isStream || stream != nil else { return nil }
    let kind: Population.Kind = stream.map { .stream($0) } ?? .request
    return ReadPopulation(
      population: Population(
        name: entry.key, kind: kind, arrivals: arrivals, network: network, deadline: deadline,
        retry: section["retry"].flatMap { retry($0) },
        signal: section["signal"].flatMap { signal($0) }),
      isStream: isStream)
  }

  private mutating func stream(_ population: Section) -> StreamDemand? {
    let length = required("duration", in: population).flatMap { distribution($0) }
    let keys = ["rate", "resolution", "jitter", "phase"]
    guard let node = population["stream"], let section = section(node, "`stream`", keys: keys)
    else { return nil }
    if let resolution = section["resolution"] { checkResolution(resolution) }
    let jitter = section["jitter"].flatMap { distribution($0, signed: true) }
    let phase = section["phase"].flatMap { self.phase($0) } ?? .random
    guard let length, let rateNode = required("rate", in: section),
      let rate = quantity(rateNode, .frameRate),
      within(0.0001...10_000, rate, rateNode, unit: "fps") != nil
    else { return nil }
    return StreamDemand(
      period: SimDuration(seconds: 1 / rate), duration: length, phase: phase, jitter: jitter)
  }

  private mutating func checkResolution(_ node: YAMLNode) {
    let parts = node.text?.split(separator: "x", omittingEmptySubsequences: false) ?? []
    let isGood =
      parts.count == 2
      && parts.allSatisfy { part in
        (1...5).contains(part.count) && part.allSatisfy(\.isNumber) && part.first != "0"
      }
    if !isGood {
      report(
        .type(field: node.name, found: node.kind, expected: "WIDTHxHEIGHT, such as 1280x720"),
        at: node)
    }
  }

  private mutating func phase(_ node: YAMLNode) -> StreamDemand.Phase? {
    if node.entries != nil {
      guard let section = section(node, "`phase`", keys: ["staggered"]),
        let step = required("staggered", in: section), let length = duration(step)
      else { return nil }
      return .staggered(step: length)
    }
    switch text(node) {
    case "random": return .random
    case "aligned": return .aligned
    case .some(let name):
      let valid = ["random", "aligned", "staggered"]
      report(.unknownName(kind: "phase", name: name, valid: valid), at: node)
      return nil
    case nil: return nil
    }
  }

  private mutating func network(_ node: YAMLNode) -> Network? {
    guard let section = section(node, "`network`", keys: ["round_trip", "frame_size", "uplink"])
    else { return nil }
    if let size = section["frame_size"], section["uplink"] == nil {
      assume("uplink beside frame_size \(size.flowText)", "unlimited")
    }
    return Network(
      roundTrip: section["round_trip"].flatMap { distribution($0) },
      frameSize: section["frame_size"].flatMap { bytes($0) },
      uplink: section["uplink"].flatMap { bandwidth($0) })
  }

  /// The deadline, which the network alone must be able to keep.
  private mutating func deadline(_ node: YAMLNode, _ network: Network) -> SimDuration? {
    guard let deadline = duration(node, atLeast: .nanoseconds(1)) else { return nil }
    let onTheWay = SimDuration(
      seconds: (network.roundTrip?.least ?? 0) + network.uploadTime.seconds)
    guard deadline > onTheWay else {
      report(.deadline(node.flowText, network: Self.words(onTheWay)), at: node)
      return nil
    }
    return deadline
  }
}
