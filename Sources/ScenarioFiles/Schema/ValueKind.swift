/// What a key of a scenario takes.
package indirect enum ValueKind: Sendable {
  /// A quantity with its unit, from 0 up, or any time of either sign for `signed`.
  case quantity(Quantity, signed: Bool = false)
  /// Any text.
  case text
  /// A name, with those that are known beforehand.
  case name(known: [String])
  /// `true` or `false`.
  case flag
  /// A whole number without a unit.
  case whole(ClosedRange<Int>)
  /// A number without a unit.
  case number(ClosedRange<Double>)
  /// One of several words.
  case choice([String])
  /// A text of a form that a regular expression (ECMA 262) tells; with an example.
  case pattern(String, example: String)
  /// The section of an id.
  case section(String)
  /// Names that the writer chooses, to a value each.
  case named(ValueKind)
  /// Keys of a form, to a value each.
  case keyed(pattern: String, ValueKind)
  /// A list of values, at least one.
  case list(ValueKind)
  /// One of several kinds.
  case either([ValueKind])
  /// Limits on metrics.
  case objectives
  /// No value: the key is known, and stands only where it takes away what was inherited.
  case nothing

  static let time = quantity(.time)
  static let share = quantity(.share)
  static let factor = quantity(.factor)
  static let rate = quantity(.rate)
  static let price = quantity(.price)
  static let size = quantity(.size)
  static let number = number(-1e15...1e15)
  static let instances = whole(0...ScenarioWalk.instanceLimit)
  static let name = name(known: [])
  static let date = pattern(#"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"#, example: "2026-08-30")
  static let timeOfDay = pattern(
    #"^([01][0-9]|2[0-4]):[0-5][0-9](:[0-5][0-9])?$"#, example: "14:00")
  static let instant = pattern(
    #"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$"#, example: "2026-03-02T00:00")
  /// A distribution of times: a time on its own is constant, two in a list are uniform.
  static let distribution = either([.time, .list(.time), .section("distribution")])
  /// A distribution that someone may vouch for, or one of the catalog.
  static let vouchedTime = either([
    .time, .list(.time), .section("vouched-time"), .section("catalog-time"),
  ])
  /// A stage of a cold start that moves data: also `SIZE at BANDWIDTH`.
  static let transfer = either([
    vouchedTime,
    .pattern(#"^[0-9.]+ ?[kMGT]?i?B at [0-9.]+ ?[kMG]?bps$"#, example: "6GB at 1Gbps"),
  ])
  static let money = dollars("")
  static let monthlyFee = dollars("/month")
  static let moneyOrPrice = either([money, price])
  static let perGigabyte = dollars("/Gi?B", example: "$0.09/GB")
  static let perGigabyteMonth = dollars("/Gi?B-month", example: "$0.023/GB-month")
  static let pricePerThings = dollars("/(1M|1k|1000|1)", example: "$0.20/1M")
  static let perKilowattHour = dollars("/kWh", example: "$0.30/kWh")
  /// A level of a metric: a share, a time, a rate or a number.
  static let level = either([.share, .time, .rate])

  /// An amount of dollars, with what it is for.
  private static func dollars(_ unit: String, example: String? = nil) -> ValueKind {
    .pattern(#"^\$[0-9]+(\.[0-9]+)?"# + unit + "$", example: example ?? "$500" + unit)
  }
}

extension Quantity {
  /// The units that it may be written in, as a regular expression (ECMA 262) of a whole text.
  package func pattern(signed: Bool) -> String {
    let number = (signed ? "[-+]?" : #"\+?"#) + #"(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?"#
    let names = units.map(\.name).joined(separator: "|")
    switch self {
    case .time: return "^\(number) ?(\(names))( ?\(number) ?(\(names)))*$"
    case .price: return #"^\$\#(number) ?/h$"#
    case .share, .factor: return "^\(number) ?(\(names))?$"
    case .frameRate, .rate, .size, .bandwidth, .energy: return "^\(number) ?(\(names))$"
    }
  }

  /// Whether a number alone is enough.
  package var takesBareNumber: Bool { allowsBareNumber }

  /// What it is, with an example.
  package var example: String {
    switch self {
    case .time: "a time with its unit, such as 40ms, 1.5s, 10min or 1h30min"
    case .share: "a share, such as 70% or 0.7"
    case .factor: "a factor, such as 5x or 5"
    case .frameRate: "a frame rate, such as 24fps"
    case .rate: "a rate, such as 3/s, 40/min or 100/h"
    case .price: "a price by the hour, such as $0.526/h"
    case .size: "an amount of data, such as 33kB or 6GB"
    case .energy: "an amount of energy, such as 0.8J or 2Wh"
    case .bandwidth: "a bandwidth in bits per second, such as 20Mbps"
    }
  }
}
