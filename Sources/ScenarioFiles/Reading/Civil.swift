import Kernel

/// Dates and times of day as a scenario writes them, by the Gregorian calendar.
enum Civil {
  /// A point in civil time.
  struct Instant {
    var timeOfDay: SimDuration
    /// 0 is Monday.
    var weekday: Int
    /// Days since 1970-01-01.
    var days: Int
  }

  /// `YYYY-MM-DDTHH:MM`, perhaps with `:SS`, or nil; years 1970 to 2200.
  static func instant(_ text: String) -> Instant? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let days = days(String(parts[0])),
      let time = timeOfDay(String(parts[1])), time < .hours(24)
    else { return nil }
    // 1970-01-01 was a Thursday.
    return Instant(timeOfDay: time, weekday: (days + 3) % 7, days: days)
  }

  /// `HH:MM`, perhaps with `:SS`, from 00:00 to 24:00, or nil.
  static func timeOfDay(_ text: String) -> SimDuration? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { number($0, digits: 2) }
    guard (2...3).contains(parts.count), numbers.count == parts.count,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    let seconds = numbers[0] * 3_600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
    return seconds <= 86_400 ? .seconds(Int64(seconds)) : nil
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
