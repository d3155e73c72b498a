import Autoscaling
import Kernel
import Testing

struct MinuteDatapointsTests {
  static func closed(_ samples: [(Int64, Double?)], at end: Int64) -> [Double?] {
    var datapoints = MinuteDatapoints()
    for (seconds, value) in samples {
      datapoints.take(.init(metric: 0, time: .zero + .seconds(seconds), value: value))
    }
    datapoints.close(at: .zero + .seconds(end))
    return datapoints.closed
  }

  @Test func `a minute is the mean of its samples, and a sample on the minute begins one`() {
    #expect(Self.closed([(0, 1), (59, 3), (60, 9)], at: 120) == [2, 9])
  }

  @Test func `minutes without a value are missing`() {
    #expect(Self.closed([(0, 1), (65, nil), (190, 4)], at: 250) == [1, nil, nil, 4])
  }

  @Test func `minutes before time zero are minutes too`() {
    #expect(Self.closed([(-90, 1), (-61, 3), (-60, 8), (-1, 10)], at: 0) == [2, 9])
  }

  @Test func `a minute that is not over is not told`() {
    #expect(Self.closed([(0, 1)], at: 59).isEmpty)
  }
}
