import Capacity
import Kernel

extension ScenarioWalk {
  /// A quantity in the unit that `Quantity.units` scales to.
  mutating func quantity(_ node: YAMLNode, _ quantity: Quantity) -> Double? {
    guard let text = text(node) else { return nil }
    return self.quantity(text, quantity, node)
  }

  /// The quantity that `text`, a part of `node`, says. A time may have several parts: `1h30min`.
  mutating func quantity(_ text: String, _ quantity: Quantity, _ node: YAMLNode) -> Double? {
    var rest = text
    if quantity == .price {
      guard rest.hasPrefix("$") else {
        report(.needsUnit(field: node.name, quantity: quantity, digits: text), at: node)
        return nil
      }
      rest.removeFirst()
    }
    var sum: Double?
    repeat {
      guard let part = number(rest, whole: text, node) else { return nil }
      let unit =
        quantity == .time
        ? String(part.rest.prefix { !$0.isNumber && $0 != "." && $0 != " " })
        : part.rest
      guard let scale = scale(of: unit, part, quantity, node) else { return nil }
      sum = (sum ?? 0) + Self.scaled(part.value, scale)
      rest = String(part.rest.dropFirst(unit.count).drop { $0 == " " })
    } while !rest.isEmpty
    guard let sum, sum.isFinite else {
      report(.number(field: node.name, text: text, fault: .notFinite), at: node)
      return nil
    }
    return sum
  }

  /// Percentages divide by 100, which is exact where multiplying by 0.01 is not.
  private static func scaled(_ value: Double, _ scale: Double) -> Double {
    scale < 1 ? value / (1 / scale).rounded() : value * scale
  }

  private mutating func scale(
    of unit: String, _ part: NumberText, _ quantity: Quantity, _ node: YAMLNode
  ) -> Double? {
    if let known = quantity.units.first(where: { $0.name == unit }) { return known.scale }
    if unit.isEmpty, quantity.allowsBareNumber { return 1 }
    if unit.isEmpty {
      report(.needsUnit(field: node.name, quantity: quantity, digits: part.digits), at: node)
    } else {
      report(.unit(field: node.name, unit: unit, quantity: quantity), at: node)
    }
    return nil
  }

  private mutating func number(_ text: String, whole: String, _ node: YAMLNode) -> NumberText? {
    switch NumberText.read(text) {
    case .success(let number): return number
    case .failure(let fault):
      report(.number(field: node.name, text: whole, fault: fault.kind), at: node)
      return nil
    }
  }

  /// A number without a unit.
  mutating func number(_ node: YAMLNode, in range: ClosedRange<Double>) -> Double? {
    guard let text = text(node), let number = number(text, whole: text, node) else { return nil }
    guard number.rest.isEmpty else {
      report(.number(field: node.name, text: text, fault: .notNumber), at: node)
      return nil
    }
    return within(range, number.value, node, unit: "")
  }

  /// A whole number.
  mutating func integer(_ node: YAMLNode, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(node), let number = number(text, whole: text, node) else { return nil }
    guard number.rest.isEmpty, let value = Int(number.digits) else {
      let bounds = "a whole number from \(range.lowerBound) to \(range.upperBound)"
      report(.type(field: node.name, found: node.kind, expected: bounds), at: node)
      return nil
    }
    guard range.contains(value) else {
      report(
        .range(
          field: node.name, text: text, atLeast: "\(range.lowerBound)",
          atMost: range.upperBound == .max ? nil : "\(range.upperBound)"), at: node)
      return nil
    }
    return value
  }

  /// The value, or nil with a report when it lies outside of the range.
  mutating func within(
    _ range: ClosedRange<Double>, _ value: Double, _ node: YAMLNode, unit: String
  ) -> Double? {
    if range.contains(value) { return value }
    func words(_ bound: Double) -> String? {
      bound.isFinite && abs(bound) < 1e300 ? Self.words(bound, unit) : nil
    }
    report(
      .range(
        field: node.name, text: node.text ?? node.flowText, atLeast: words(range.lowerBound),
        atMost: words(range.upperBound)), at: node)
    return nil
  }

  /// A share, from 0 to `most`.
  mutating func share(_ node: YAMLNode, atMost most: Double = 1) -> Double? {
    guard let value = quantity(node, .share) else { return nil }
    return within(0...most, value, node, unit: "%")
  }

  /// A factor, from 0 to a million.
  mutating func factor(_ node: YAMLNode) -> Double? {
    guard let value = quantity(node, .factor) else { return nil }
    return within(0...1e6, value, node, unit: "")
  }

  /// A time; from `least` to ten years.
  mutating func duration(
    _ node: YAMLNode, atLeast least: SimDuration = .zero, atMost most: SimDuration = longest
  ) -> SimDuration? {
    guard let ns = quantity(node, .time) else { return nil }
    guard let bounded = boundedTime(ns, node, atLeast: least, atMost: most) else { return nil }
    return SimDuration(nanoseconds: Int64(bounded.rounded()))
  }

  /// A time in seconds for a distribution; may be negative where `signed`.
  mutating func seconds(_ node: YAMLNode, signed: Bool = false) -> Double? {
    guard let ns = quantity(node, .time) else { return nil }
    let least = signed ? .zero - Self.longest : SimDuration.zero
    guard let bounded = boundedTime(ns, node, atLeast: least, atMost: Self.longest) else {
      return nil
    }
    return bounded / 1e9
  }

  /// A time in seconds that must be more than nothing.
  mutating func positiveSeconds(_ node: YAMLNode) -> Double? {
    guard let ns = quantity(node, .time) else { return nil }
    let least = SimDuration.nanoseconds(1)
    guard let bounded = boundedTime(ns, node, atLeast: least, atMost: Self.longest) else {
      return nil
    }
    return bounded / 1e9
  }

  private mutating func boundedTime(
    _ ns: Double, _ node: YAMLNode, atLeast least: SimDuration, atMost most: SimDuration
  ) -> Double? {
    if ns >= Double(least.nanoseconds), ns <= Double(most.nanoseconds) { return ns }
    report(
      .range(
        field: node.name, text: node.text ?? "", atLeast: Self.words(least),
        atMost: Self.words(most)), at: node)
    return nil
  }

  /// A time of day such as `"14:00"`.
  mutating func timeOfDay(_ node: YAMLNode) -> SimDuration? {
    guard let text = text(node) else { return nil }
    if let time = Civil.timeOfDay(text) { return time }
    report(
      .type(field: node.name, found: node.kind, expected: "a time of day such as \"14:00\""),
      at: node)
    return nil
  }

  /// An amount of data; from `least` to a petabyte.
  mutating func bytes(_ node: YAMLNode, atLeast least: Double = 1) -> Bytes? {
    guard let value = quantity(node, .size), within(least...1e15, value, node, unit: "B") != nil
    else { return nil }
    return Bytes(Int64(value.rounded()))
  }

  /// A bandwidth; from 1 bit/s to a petabit/s.
  mutating func bandwidth(_ node: YAMLNode) -> Bandwidth? {
    guard let value = quantity(node, .bandwidth), within(1...1e15, value, node, unit: "bps") != nil
    else { return nil }
    return Bandwidth(bitsPerSecond: value)
  }

  /// A price by the hour; from nothing to $100,000.
  mutating func price(_ node: YAMLNode) -> HourlyPrice? {
    guard let value = quantity(node, .price),
      within(0...100_000, value, node, unit: "$/h") != nil
    else { return nil }
    return HourlyPrice(dollarsPerHour: value)
  }

  /// A bound of a range as scenarios write it: `100%`, `$5/h`, `1PB`.
  private static func words(_ bound: Double, _ unit: String) -> String {
    let petas = unit == "B" || unit == "bps" ? bound / 1e15 : 0
    let number = unit == "%" ? bound * 100 : petas >= 1 ? petas : bound
    let isWhole = number == number.rounded() && abs(number) < 1e15
    let digits = isWhole ? "\(Int(number))" : "\(number)"
    if unit.hasPrefix("$") { return "$" + digits + unit.dropFirst() }
    return digits + (petas >= 1 ? "P" : "") + unit
  }

  /// A length of time in the largest unit that says it exactly.
  static func words(_ duration: SimDuration) -> String {
    let units: [(String, Int64)] = [
      ("d", 86_400_000_000_000), ("h", 3_600_000_000_000), ("min", 60_000_000_000),
      ("s", 1_000_000_000), ("ms", 1_000_000), ("us", 1_000),
    ]
    guard duration != .zero else { return "0s" }
    for (unit, length) in units where duration.nanoseconds % length == 0 {
      return "\(duration.nanoseconds / length)\(unit)"
    }
    return "\(duration.nanoseconds)ns"
  }
}
