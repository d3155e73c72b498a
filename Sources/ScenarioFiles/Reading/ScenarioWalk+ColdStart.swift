import Capacity
import Kernel

/// A cold start, with the frames of its warm-up, whose time the model's curve says.
struct ReadColdStart {
  var start = ColdStart()
  var warmUpFrames: (count: Int, speed: Double)?
}

extension ScenarioWalk {
  private static let stageKeys = ["boot", "image", "load", "warm_up", "provision", "driver"]
  private static let fetchKeys = ["size", "at", "time", "cache", "hit", "from"]

  /// The stages of a start. A serverless pool knows boot, image, load and warm-up, and nothing of
  /// where a copy stays.
  mutating func coldStart(
    _ node: YAMLNode, _ pool: String, isServerless: Bool = false
  ) -> ReadColdStart {
    var read = ReadColdStart()
    let keys = isServerless ? Array(Self.stageKeys.prefix(4)) : Self.stageKeys
    guard let section = section(node, "`start`", keys: keys) else { return read }
    read.start.boot = stage("boot", section, pool)
    if let node = section["image"] {
      (read.start.image, read.start.imageSource) = fetch(
        node, "image of \(pool)", Artifact(cache: .node), hasOrigin: false, isServerless)
    } else {
      assume("image of \(pool)", "0s")
    }
    if let node = section["load"] {
      (read.start.load, read.start.modelSource) = fetch(
        node, "load of \(pool)", Artifact(), hasOrigin: true, isServerless)
    } else {
      assume("load of \(pool)", "0s")
    }
    if let node = section["warm_up"], node["frames"] != nil {
      read.warmUpFrames = warmUpFrames(node, pool)
    } else {
      read.start.warmUp = stage("warm_up", section, pool)
    }
    for key in ["provision", "driver"] {
      guard section[key] != nil else { continue }
      let time = stage(key, section, pool)
      if key == "driver" { read.start.driver = time } else { read.start.provision = time }
    }
    return read
  }

  private var catalogStages: [(name: String, time: Distribution, provenance: Provenance)] {
    catalog.starts.map { ($0.name, $0.distribution, $0.provenance) }
  }

  private mutating func stage(_ key: String, _ section: Section, _ pool: String) -> Distribution {
    guard let node = section[key] else {
      assume("\(key) of \(pool)", "0s")
      return .constant(0)
    }
    return vouchedTime(node, subject: "\(key) of \(pool)", catalog: catalogStages) ?? .constant(0)
  }

  /// A file that is fetched: a time, `SIZE at BANDWIDTH`, or
  /// `{size: 6GB, at: 1Gbps, cache: node, hit: 2s}`, with `time:` in the place of size and
  /// bandwidth where only that is known.
  private mutating func fetch(
    _ node: YAMLNode, _ subject: String, _ plain: Artifact, hasOrigin: Bool, _ isServerless: Bool
  ) -> (Distribution, Artifact) {
    var source = plain
    guard !isServerless, node["size"] != nil || node["time"] != nil else {
      let time = vouchedTime(node, subject: subject, transfers: true, catalog: catalogStages)
      if let text = node.text, let parts = sizeAtBandwidth(text, node) {
        (source.size, source.bandwidth) = parts
      }
      return (time ?? .constant(0), source)
    }
    let keys = Self.fetchKeys.filter { hasOrigin || $0 != "from" } + Self.vouchers
    guard let section = section(node, "`\(node.name)`", keys: keys) else {
      return (.constant(0), source)
    }
    let time = fetchTime(section, subject, &source)
    if let node = section["cache"] {
      source.cache = option(node, of: "cache", as: Artifact.Cache.self) ?? source.cache
    }
    if let node = section["from"] {
      source.origin = option(node, of: "store", as: Artifact.Origin.self) ?? .sameRegion
    }
    if let node = section["hit"] {
      source.hit =
        vouchedTime(
          node, subject: "\(subject) from a copy", transfers: true, catalog: catalogStages)
        ?? .constant(0)
    } else if hasOrigin, source.cache != .none {
      _ = required("hit", in: section)
    }
    return (time, source)
  }

  private mutating func fetchTime(
    _ section: Section, _ subject: String, _ source: inout Artifact
  ) -> Distribution {
    if let node = section["size"] { source.size = bytes(node) }
    if let node = section["time"] {
      if let other = section["at"] {
        report(.either("time", or: "at"), at: other, against: node)
      }
      return vouchedTime(node, subject: subject, catalog: catalogStages) ?? .constant(0)
    }
    guard let node = required("at", in: section), let bandwidth = bandwidth(node),
      let size = source.size
    else { return .constant(0) }
    source.bandwidth = bandwidth
    let text = "\(section["size"]?.flowText ?? "") at \(node.flowText)"
    lean(on: voucher(section, subject: subject, value: text))
    let seconds = Double(size.count) * 8 / bandwidth.bitsPerSecond
    guard within(0...Self.longest.seconds, seconds, node, unit: "s") != nil else {
      return .constant(0)
    }
    return .constant(seconds)
  }

  /// The parts of `SIZE at BANDWIDTH`; nil when it is something else, which is reported elsewhere.
  private func sizeAtBandwidth(_ text: String, _ node: YAMLNode) -> (Bytes, Bandwidth)? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 3, words[1] == "at" else { return nil }
    var other = self
    guard let size = other.quantity(words[0], .size, node),
      let rate = other.quantity(words[2], .bandwidth, node), (1...1e15).contains(size),
      (1...1e15).contains(rate)
    else { return nil }
    return (Bytes(Int64(size.rounded())), Bandwidth(bitsPerSecond: rate))
  }

  /// `{frames: 50, speed: 50%}`: frames run one at a time, at a share of the curve's speed.
  private mutating func warmUpFrames(
    _ node: YAMLNode, _ pool: String
  ) -> (count: Int, speed: Double)? {
    guard let section = section(node, "`warm_up` with `frames`", keys: ["frames", "speed"]),
      let frames = required("frames", in: section), let count = integer(frames, in: 1...1_000_000)
    else { return nil }
    guard let speedNode = section["speed"] else {
      assume("warm-up speed of \(pool)", "100%")
      return (count, 1)
    }
    guard let speed = share(speedNode), within(0.001...1, speed, speedNode, unit: "") != nil else {
      return nil
    }
    lean(on: voucher(nil, subject: "warm-up of \(pool)", value: node.flowText))
    return (count, speed)
  }

  /// Machines kept prepared: `{count: 3, state: stopped, price: 10%, start: 15s}`.
  mutating func warmPool(_ node: YAMLNode, _ pool: String) -> WarmPool? {
    let keys = ["count", "price", "start"]
    guard let section = section(node, "`warm`", keys: keys),
      let countNode = required("count", in: section),
      let priceNode = required("price", in: section),
      let startNode = required("start", in: section),
      let count = integer(countNode, in: 0...10_000), let price = share(priceNode),
      let start = vouchedTime(
        startNode, subject: "start from the warm pool of \(pool)", catalog: catalogStages)
    else { return nil }
    lean(on: voucher(nil, subject: "price in the warm pool of \(pool)", value: priceNode.flowText))
    return count == 0 ? nil : WarmPool(count: count, price: price, start: start)
  }
}
