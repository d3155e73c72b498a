public import Kernel

/// A civil time to the second, by the Gregorian calendar, in whatever zone its reader means.
public struct CivilTime: Hashable, Sendable {
  /// Seconds from 1970-01-01T00:00:00 on, without leap seconds; not negative.
  public let secondsSince1970: Int64

  private static let day: Int64 = 86_400

  /// The time so many seconds after 1970-01-01T00:00:00; not negative.
  public init(secondsSince1970: Int64) {
    precondition(secondsSince1970 >= 0, "civil times begin in 1970")
    self.secondsSince1970 = secondsSince1970
  }

  /// The time since midnight.
  public var timeOfDay: SimDuration { .seconds(secondsSince1970 % Self.day) }

  /// The day of the week: 0 is Monday, 6 is Sunday.
  public var weekday: Int { Int((secondsSince1970 / Self.day + 3) % 7) }

  /// `YYYY-MM-DDTHH:MM:SS`.
  public var text: String { dateText + "T" + clockText }

  /// `YYYY-MM-DD`.
  public var dateText: String {
    let (year, month, day) = date
    return "\(year)-\(Self.two(month))-\(Self.two(day))"
  }

  /// `HH:MM:SS`.
  public var clockText: String {
    let second = secondsSince1970 % Self.day
    return [second / 3_600, second / 60 % 60, second % 60].map(Self.two).joined(separator: ":")
  }

  /// Days are counted from March on, so that the leap day is a year's last.
  private var date: (year: Int64, month: Int64, day: Int64) {
    let days = secondsSince1970 / Self.day + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
