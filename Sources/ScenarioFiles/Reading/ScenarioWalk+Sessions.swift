import Capacity
import Kernel

extension ScenarioWalk {
  private static let bases = ["concurrent", "rate", "trace", "clients"]
  private static let factorKeys = [
    "steps", "ramps", "profile", "harmonics", "weekdays", "flash", "bursts",
  ]

  /// The most sessions, and the most frames, that a population may come to in a replication.
  static let sessionLimit = 1e9
  static let frameLimit = 1e12

  /// When sessions start.
  mutating func arrivals(
    _ node: YAMLNode, _ stream: StreamDemand?, isStream: Bool, _ clock: Clock
  ) -> Arrivals? {
    let keys = Self.bases + ["think"] + Self.factorKeys
    guard let section = section(node, "`sessions`", keys: keys),
      let key = choice(of: Self.bases, in: section), let base = section[key]
    else { return nil }
    if key != "clients", let think = section["think"] {
      report(.either(key, or: "think"), at: think, against: base)
    }
    switch key {
    case "trace":
      rejectFactors(section, base)
      return trace(base, stream, clock)
    case "clients":
      rejectFactors(section, base)
      return closedLoop(base, section, isStream: isStream)
    default:
      return curve(key, base, section, stream, isStream: isStream, clock)
    }
  }

  private mutating func rejectFactors(_ section: Section, _ base: YAMLNode) {
    for key in section.given(Self.factorKeys) {
      guard let node = section[key] else { continue }
      report(.factorOfFixed(key, base: base.name), at: node, against: base)
    }
  }

  private mutating func closedLoop(
    _ node: YAMLNode, _ section: Section, isStream: Bool
  ) -> Arrivals? {
    if isStream { report(.requestOnly("clients"), at: node, against: nil) }
    let think = required("think", in: section).flatMap { distribution($0) }
    guard let clients = integer(node, in: 1...1_000_000), let think, !isStream else { return nil }
    return .closedLoop(clients: clients, think: think)
  }

  private mutating func curve(
    _ key: String, _ node: YAMLNode, _ section: Section, _ stream: StreamDemand?, isStream: Bool,
    _ clock: Clock
  ) -> Arrivals? {
    let isConcurrent = key == "concurrent"
    if isConcurrent, !isStream { report(.streamOnly("concurrent"), at: node, against: nil) }
    let level =
      node.entries == nil
      ? self.level(node, isConcurrent).map { ($0, []) } : daily(node, isConcurrent)
    let factors = self.factors(section)
    guard let (base, daily) = level, isStream || !isConcurrent else { return nil }
    let curve = DemandCurve(
      base: isConcurrent ? .concurrent(base) : .rate(perSecond: base), factors: daily + factors)
    guard checkSize(curve, node, stream, clock) else { return nil }
    return .poisson(curve)
  }

  /// A number of sessions, or of starts per second.
  private mutating func level(_ node: YAMLNode, _ isConcurrent: Bool) -> Double? {
    if isConcurrent { return number(node, in: 0...1e7) }
    guard let rate = quantity(node, .rate) else { return nil }
    return within(0...1e9, rate, node, unit: "/s")
  }

  /// A cosine over the day, with a factor for the weekend.
  private mutating func daily(
    _ node: YAMLNode, _ isConcurrent: Bool
  ) -> (Double, [DemandFactor])? {
    let keys = ["low", "peak", "peak_at", "weekend"]
    guard let section = section(node, "`\(node.name)`", keys: keys) else { return nil }
    let lowNode = required("low", in: section)
    let peakNode = required("peak", in: section)
    let hour = required("peak_at", in: section).flatMap { timeOfDay($0) }
    let weekend = section["weekend"].map { factor($0) } ?? 1
    guard let lowNode, let peakNode, let low = level(lowNode, isConcurrent),
      let peak = level(peakNode, isConcurrent), let hour, let weekend
    else { return nil }
    guard low <= peak else {
      reportMinAboveMax(lowNode, peakNode, low: "low", high: "peak")
      return nil
    }
    let mean = (low + peak) / 2
    var factors: [DemandFactor] = []
    if peak > low {
      let swing = DemandFactor.Harmonic(
        order: 1, amplitude: (peak - low) / (peak + low), peak: hour)
      factors.append(.harmonics([swing]))
    }
    if weekend != 1 { factors.append(.weekdays([1, 1, 1, 1, 1, weekend, weekend])) }
    return (mean, factors)
  }

  /// Whether a replication would stay within the limits on sessions and frames.
  private mutating func checkSize(
    _ curve: DemandCurve, _ node: YAMLNode, _ stream: StreamDemand?, _ clock: Clock
  ) -> Bool {
    // Without a readable stream there is no length to go by, and no scenario either.
    if case .concurrent = curve.base, stream == nil { return true }
    let span = (clock.measure + clock.warmUp).seconds
    let most = curve.factors.reduce(1.0) { $0 * $1.most }
    let length = max(stream?.duration.meanAtLeast ?? 0, 1e-9)
    let starts: Double
    switch curve.base {
    case .rate(let perSecond): starts = perSecond * most * span
    case .concurrent(let level): starts = level * most * span / length
    }
    return checkSize(sessions: starts, node, stream)
  }

  mutating func checkSize(sessions: Double, _ node: YAMLNode, _ stream: StreamDemand?) -> Bool {
    guard sessions <= Self.sessionLimit else {
      report(
        .range(
          field: "sessions expected by `\(node.name)`", text: Self.rough(sessions), atLeast: nil,
          atMost: "a billion"), at: node)
      return false
    }
    guard let stream else { return true }
    let frames = sessions * stream.duration.meanAtLeast / max(stream.period.seconds, 1e-9)
    guard frames <= Self.frameLimit else {
      report(
        .range(
          field: "frames expected by `\(node.name)`", text: Self.rough(frames), atLeast: nil,
          atMost: "a trillion"), at: node)
      return false
    }
    return true
  }

  /// A large number, to its power of ten.
  private static func rough(_ value: Double) -> String {
    var (rest, power) = (value, 0)
    while rest >= 10, power < 400 { (rest, power) = (rest / 10, power + 1) }
    return "about 1e\(power)"
  }
}

extension DemandFactor {
  /// A number that the factor never exceeds on average.
  var most: Double {
    switch self {
    case .steps(let points), .ramps(let points): points.map(\.factor).max() ?? 1
    case .hourly(let values), .weekdays(let values): values.max() ?? 1
    case .harmonics(let waves): waves.reduce(1) { $0 + abs($1.amplitude) }
    case .flash(_, let height, _, _): max(height, 1)
    case .bursts(let height, _, _): max(height, 1)
    }
  }
}
