import Capacity
import Experiments
import Kernel

/// Small phrases that several parts of a report share.
enum Words {
  /// `1 replication`, `2 replications`.
  static func count(_ n: Int, _ noun: String, _ plural: String? = nil) -> String {
    n == 1 ? "1 \(noun)" : "\(grouped(n)) \(plural ?? noun + "s")"
  }

  /// A whole number with a comma at each thousand.
  static func grouped(_ n: Int) -> String {
    var rest = String(n.magnitude)
    var groups: [String] = []
    while rest.count > 3 {
      groups.insert(String(rest.suffix(3)), at: 0)
      rest.removeLast(3)
    }
    return (n < 0 ? "-" : "") + ([rest] + groups).joined(separator: ",")
  }

  /// A length of time in its two largest units, such as `2 h`, `1 d 12 h` or `4 min 30 s`.
  static func duration(_ duration: SimDuration) -> String {
    let total = duration.nanoseconds / 1_000_000_000
    if total < 1 { return "\(PlainDecimal.milliseconds(duration)) ms" }
    let units: [(String, Int64)] = [("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)]
    var rest = total
    var parts: [String] = []
    for (name, size) in units where parts.count < 2 {
      if rest >= size {
        parts.append("\(rest / size) \(name)")
        rest %= size
      } else if !parts.isEmpty {
        break
      }
    }
    return parts.joined(separator: " ")
  }

  /// Names joined by commas, the last by `and`.
  static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Clock {
  /// The civil time of an instant, as `14:05`, or `Tue 14:05` when the span exceeds a day.
  func clockText(_ time: SimTime) -> String {
    let minutes = startTimeOfDay.nanoseconds / 60_000_000_000 + time.nanoseconds / 60_000_000_000
    let day = 1_440
    let ofDay = Int(((minutes % 1_440) + 1_440) % 1_440)
    let text = Self.two(ofDay / 60) + ":" + Self.two(ofDay % 60)
    if measure <= .days(1) { return text }
    let days = (Int(minutes) - ofDay) / day
    return Self.weekdays[((startWeekday + days) % 7 + 7) % 7] + " " + text
  }

  static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  static func two(_ n: Int) -> String { n < 10 ? "0\(n)" : String(n) }
}

extension Metric {
  /// What people call it.
  var words: String {
    switch self {
    case .p50Latency: "p50 frame latency"
    case .p90Latency: "p90 frame latency"
    case .p95Latency: "p95 frame latency"
    case .p99Latency: "p99 frame latency"
    case .p999Latency: "p99.9 frame latency"
    case .meanLatency: "mean frame latency"
    case .p95Wait: "p95 wait"
    case .lateOrDropped: "late or dropped"
    case .utilization: "busy"
    case .costPer1000Served: "cost per 1000 served"
    default: rawValue.split(separator: "_").joined(separator: " ")
    }
  }
}
