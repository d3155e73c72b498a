import Kernel

extension ScenarioWalk {
  /// The 90th percentile of the standard normal distribution.
  private static let normalP90 = 1.2815515655446004

  private static let kinds = [
    "constant", "uniform", "exponential", "mean", "normal", "lognormal", "shifted_lognormal",
    "gamma", "weibull", "mixture", "empirical",
  ]

  /// A distribution of times in seconds. `signed` is for jitter, the one time that may be negative.
  ///
  /// `beside` are keys that the mapping may have next to the kind.
  mutating func distribution(
    _ node: YAMLNode, signed: Bool = false, beside: [String] = []
  ) -> Distribution? {
    switch node.content {
    case .scalar:
      return seconds(node, signed: signed).map { .constant($0) }
    case .sequence(let elements):
      guard elements.count == 2 else {
        report(.contradiction(.count(node.name, found: elements.count, wanted: 2)), at: node)
        return nil
      }
      return uniform(low: elements[0], high: elements[1], signed)
    case .mapping:
      guard
        let section = section(node, "the distribution `\(node.name)`", keys: Self.kinds + beside),
        let kind = choice(of: Self.kinds, in: section), let value = section[kind]
      else { return nil }
      return distribution(kind, value, signed)
    }
  }

  private mutating func distribution(
    _ kind: String, _ value: YAMLNode, _ signed: Bool
  ) -> Distribution? {
    switch kind {
    case "constant": return seconds(value, signed: signed).map { .constant($0) }
    case "exponential", "mean": return positiveSeconds(value).map { .exponential(mean: $0) }
    case "uniform": return uniform(value, signed)
    case "normal": return normal(value, signed)
    case "lognormal": return lognormal(value, shifted: false)
    case "shifted_lognormal": return lognormal(value, shifted: true)
    case "gamma": return gamma(value)
    case "weibull": return weibull(value)
    case "mixture": return mixture(value, signed)
    default: return empirical(value)
    }
  }

  private mutating func uniform(_ node: YAMLNode, _ signed: Bool) -> Distribution? {
    guard let section = section(node, "`uniform`", keys: ["low", "high"]),
      let low = required("low", in: section), let high = required("high", in: section)
    else { return nil }
    return uniform(low: low, high: high, signed)
  }

  private mutating func uniform(
    low lowNode: YAMLNode, high highNode: YAMLNode, _ signed: Bool
  ) -> Distribution? {
    guard let low = seconds(lowNode, signed: signed), let high = seconds(highNode, signed: signed)
    else { return nil }
    guard low <= high else {
      reportMinAboveMax(lowNode, highNode, low: "low", high: "high")
      return nil
    }
    return .uniform(low: low, high: high)
  }

  mutating func reportMinAboveMax(
    _ lowNode: YAMLNode, _ highNode: YAMLNode, low: String, high: String
  ) {
    let fault = Contradiction.minAboveMax(
      low: low, lowText: lowNode.flowText, high: high, highText: highNode.flowText)
    let isHighLater =
      (lowNode.place.line, lowNode.place.column) < (
        highNode.place.line, highNode.place.column
      )
    if isHighLater {
      report(fault, at: highNode, against: lowNode)
    } else {
      report(fault, at: lowNode, against: highNode)
    }
  }

  /// Jitter that says no `at_least` is not cut: its bound is minus infinity.
  private mutating func normal(_ node: YAMLNode, _ signed: Bool) -> Distribution? {
    guard let section = section(node, "`normal`", keys: ["mean", "sd", "at_least"]),
      let spread = required("sd", in: section), let sd = positiveSeconds(spread)
    else { return nil }
    let mean = section["mean"].map { seconds($0, signed: true) } ?? 0
    let cut = section["at_least"].map { seconds($0, signed: signed) } ?? (signed ? -.infinity : 0)
    guard let mean, let cut else { return nil }
    return .normal(mean: mean, sd: sd, atLeast: cut)
  }

  private mutating func lognormal(_ node: YAMLNode, shifted: Bool) -> Distribution? {
    let keys = (shifted ? ["shift"] : []) + ["median", "mu", "p90", "sigma"]
    let name = shifted ? "`shifted_lognormal`" : "`lognormal`"
    guard let section = section(node, name, keys: keys) else { return nil }
    var shift: Double? = 0
    if shifted {
      guard let given = required("shift", in: section) else { return nil }
      shift = seconds(given)
    }
    let centre = choice(of: ["median", "mu"], in: section)
    let spread = choice(of: ["sigma", "p90"], in: section)
    guard let shift, let centre, let spread, let mu = location(centre, section),
      let sigma = self.spread(spread, mu, section)
    else { return nil }
    return .lognormal(mu: mu, sigma: sigma, shift: shift)
  }

  private mutating func location(_ key: String, _ section: Section) -> Double? {
    guard let node = section[key] else { return nil }
    if key == "mu" { return number(node, in: -50...50) }
    return positiveSeconds(node).map { Elementary.log($0) }
  }

  private mutating func spread(_ key: String, _ mu: Double, _ section: Section) -> Double? {
    guard let node = section[key] else { return nil }
    if key == "sigma" { return number(node, in: 0...10) }
    guard let p90 = positiveSeconds(node) else { return nil }
    let sigma = (Elementary.log(p90) - mu) / Self.normalP90
    guard sigma >= 0 else {
      reportMinAboveMax(
        section["median"] ?? section["mu"] ?? node, node, low: "median", high: "p90")
      return nil
    }
    return sigma
  }

  private mutating func gamma(_ node: YAMLNode) -> Distribution? {
    guard let section = section(node, "`gamma`", keys: ["mean", "cv", "shape", "scale"]),
      let first = choice(of: ["mean", "scale"], in: section),
      let second = choice(of: ["cv", "shape"], in: section)
    else { return nil }
    guard (first == "mean") == (second == "cv"), let size = section[first],
      let form = section[second]
    else {
      report(.missingKey(first == "mean" ? ["cv"] : ["shape"], of: "`gamma`"), at: node)
      return nil
    }
    guard let length = positiveSeconds(size), let value = number(form, in: 0.01...100) else {
      return nil
    }
    if second == "shape" { return .gamma(shape: value, scale: length) }
    return .gamma(shape: 1 / (value * value), scale: length * value * value)
  }

  private mutating func weibull(_ node: YAMLNode) -> Distribution? {
    guard let section = section(node, "`weibull`", keys: ["shape", "scale"]),
      let form = required("shape", in: section), let size = required("scale", in: section),
      let shape = number(form, in: 0.05...100), let scale = positiveSeconds(size)
    else { return nil }
    return .weibull(shape: shape, scale: scale)
  }

  private mutating func mixture(_ node: YAMLNode, _ signed: Bool) -> Distribution? {
    guard let elements = list(node, of: "weighted distributions"), !elements.isEmpty else {
      return nil
    }
    var parts: [Distribution.MixturePart] = []
    for element in elements {
      guard let section = section(element, "a part of a mixture", keys: Self.kinds + ["weight"]),
        let weightNode = required("weight", in: section),
        let weight = quantity(weightNode, .share),
        within(1e-9...1e9, weight, weightNode, unit: "") != nil,
        let drawn = distribution(element, signed: signed, beside: ["weight"])
      else { continue }
      parts.append(.init(weight: weight, distribution: drawn))
    }
    return parts.count == elements.count ? .mixture(parts) : nil
  }

  /// The sorted values of a column, in seconds.
  private mutating func empirical(_ node: YAMLNode) -> Distribution? {
    guard let section = section(node, "`empirical`", keys: ["file", "column"]),
      let file = required("file", in: section), let column = required("column", in: section),
      let name = text(column), var table = table(file, columns: [(name, column)])
    else { return nil }
    var values: [Double] = []
    while let row = table.next() {
      guard let value = table.seconds(row, name, atLeast: 0) else { continue }
      values.append(value)
    }
    guard finish(table, file) else { return nil }
    return .empirical(values.sorted())
  }
}
