import Autoscaling
import Testing

struct MetricAlarmTests {
  @Test func `the longest alarm looks at 64 datapoints`() {
    var alarm = MetricAlarm(datapoints: 64, of: 64)
    let found = (0..<65).map { alarm.take(isBreached: $0 < 64) }
    #expect(found.firstIndex(of: true) == 63)
    #expect(found.last == false)
  }

  @Test func `it lasts as long as enough of its datapoints breach`() {
    var alarm = MetricAlarm(datapoints: 2, of: 4)
    let found = [true, false, false, true, true, false, false, false].map {
      alarm.take(isBreached: $0)
    }
    #expect(found == [false, false, false, true, true, true, true, false])
  }
}
