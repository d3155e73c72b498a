import Kernel

/// Dates and times of day as a scenario writes them, by the Gregorian calendar.
enum Civil {
  /// A point in civil time.
  struct Instant {
    var timeOfDay: SimDuration
    /// 0 is Monday.
    var weekday: Int
  }

  /// `YYYY-MM-DDTHH:MM`, or nil; years 1970 to 2200.
  static func instant(_ text: String) -> Instant? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let days = days(String(parts[0])),
      let time = timeOfDay(String(parts[1])), time < .hours(24)
    else { return nil }
    // 1970-01-01 was a Thursday.
    return Instant(timeOfDay: time, weekday: (days + 3) % 7)
  }

  /// `HH:MM` from 00:00 to 24:00, or nil.
  static func timeOfDay(_ text: String) -> SimDuration? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hours = number(parts[0], digits: 2),
      let minutes = number(parts[1], digits: 2), minutes < 60, hours * 60 + minutes <= 1440
    else { return nil }
    return .minutes(Int64(hours * 60 + minutes))
  }

  /// Whether `text` is a date, `YYYY-MM-DD`.
  static func isDate(_ text: String) -> Bool { days(text) != nil }

  /// The days from 1970-01-01 to a date, or nil.
  private static func days(_ text: String) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = number(parts[0], digits: 4),
      let month = number(parts[1], digits: 2), let day = number(parts[2], digits: 2),
      (1970...2200).contains(year), (1...12).contains(month), day >= 1,
      day <= length(ofMonth: month, year: year)
    else { return nil }
    var days = (1970..<year).reduce(0) { $0 + (isLeap($1) ? 366 : 365) }
    days += (1..<month).reduce(0) { $0 + length(ofMonth: $1, year: year) }
    return days + day - 1
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
