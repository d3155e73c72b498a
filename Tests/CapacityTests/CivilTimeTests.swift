import Capacity
import Kernel
import Testing

@Suite struct CivilTimeTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00", 3), (86_399, "1970-01-01T23:59:59", 3),
    (951_782_400, "2000-02-29T00:00:00", 1), (951_868_800, "2000-03-01T00:00:00", 2),
    (1_772_434_830, "2026-03-02T07:00:30", 0), (4_107_542_399, "2100-02-28T23:59:59", 6),
    (4_107_542_400, "2100-03-01T00:00:00", 0),
  ])
  func `seconds since 1970 are a date by the Gregorian calendar`(
    seconds: Int64, text: String, weekday: Int
  ) {
    let time = CivilTime(secondsSince1970: seconds)
    #expect(time.text == text)
    #expect(time.weekday == weekday)
    #expect(time.timeOfDay == .seconds(seconds % 86_400))
  }
}
