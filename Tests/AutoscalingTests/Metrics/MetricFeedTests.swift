import Autoscaling
import Kernel
import Testing

/// What can be seen of readings, and when. Instants are whole seconds.
@Suite struct MetricFeedTests {
  private static func at(_ second: Int) -> SimTime { .zero + .seconds(Int64(second)) }

  /// A feed with a reading of each second from 0, which may be missing.
  private static func feed(
    window: Int = 0, lag: Int = 0, _ values: [Double?], every seconds: Int = 1
  ) -> MetricFeed {
    var feed = MetricFeed(
      .init(
        scrape: .seconds(Int64(seconds)), window: .seconds(Int64(window)),
        lag: .seconds(Int64(lag))))
    for (index, value) in values.enumerated() { feed.record(value, at: at(index * seconds)) }
    return feed
  }

  @Test func `without a reading nothing is seen`() {
    var feed = Self.feed([])
    #expect(feed.average(at: Self.at(9)) == nil)
    #expect(feed.nextVisible(at: Self.at(9)) == nil)
  }

  @Test func `without a window the last reading is seen, however old`() {
    var feed = Self.feed([1, 2, 3])
    #expect(feed.average(at: Self.at(2)) == 3)
    #expect(feed.average(at: Self.at(500)) == 3)
  }

  @Test func `without a window a last reading without a value hides those before it`() {
    var feed = Self.feed([1, nil])
    #expect(feed.average(at: Self.at(0)) == 1)
    #expect(feed.average(at: Self.at(1)) == nil)
  }

  @Test func `a reading is seen when its lag is over, and not a moment before`() {
    var feed = Self.feed(lag: 3, [1, 2])
    #expect(feed.average(at: Self.at(2)) == nil)
    #expect(feed.average(at: Self.at(3)) == 1)
    #expect(feed.average(at: Self.at(4) + .nanoseconds(-1)) == 1)
    #expect(feed.average(at: Self.at(4)) == 2)
  }

  @Test func `a window holds its end and not its beginning`() {
    var feed = Self.feed(window: 3, [1, 2, 4, 8, 16])
    #expect(feed.average(at: Self.at(2)) == 7.0 / 3)
    #expect(feed.average(at: Self.at(3)) == 14.0 / 3)
    #expect(feed.average(at: Self.at(4)) == 28.0 / 3)
  }

  @Test func `a window ends a lag ago`() {
    var feed = Self.feed(window: 2, lag: 10, [1, 2, 4, 8])
    #expect(feed.average(at: Self.at(12)) == 3)
    #expect(feed.average(at: Self.at(13)) == 6)
    #expect(feed.average(at: Self.at(14)) == 8)
    #expect(feed.average(at: Self.at(15)) == nil)
  }

  @Test func `readings without a value are left out of an average`() {
    var feed = Self.feed(window: 4, [1, nil, 3, nil])
    #expect(feed.average(at: Self.at(3)) == 2)
    #expect(feed.average(at: Self.at(4)) == 3)
    var nothing = Self.feed(window: 4, [nil, nil])
    #expect(nothing.average(at: Self.at(1)) == nil)
  }

  @Test func `each reading is told once, in order, when it becomes visible`() {
    var feed = Self.feed(lag: 5, [1, nil, 3])
    #expect(feed.nextVisible(at: Self.at(4)) == nil)
    let first = feed.nextVisible(at: Self.at(5))
    #expect(first?.time == Self.at(0) && first?.value == 1)
    #expect(feed.nextVisible(at: Self.at(5)) == nil)
    let second = feed.nextVisible(at: Self.at(9))
    #expect(second?.time == Self.at(1) && second?.value == nil)
    #expect(feed.nextVisible(at: Self.at(9))?.value == 3)
    #expect(feed.nextVisible(at: Self.at(99)) == nil)
  }

  @Test(arguments: [(0, 0), (0, 7), (30, 0), (30, 7), (200, 3)])
  func `in a long run no reading is lost or told twice, and averages are right`(
    window: Int, lag: Int
  ) {
    var feed = Self.feed(window: window, lag: lag, [])
    var told: [Int] = []
    for second in 0..<2_000 {
      feed.record(Double(second), at: Self.at(second))
      guard second % 5 == 0 else { continue }
      let last = second - lag
      let first = window > 0 ? max(0, last - window + 1) : last
      let mean = last < 0 ? nil : Double(first + last) / 2
      #expect(feed.average(at: Self.at(second)) == mean)
      while let reading = feed.nextVisible(at: Self.at(second)) {
        told.append(Int(reading.value ?? -1))
      }
      #expect(told.count == max(0, last + 1))
    }
    #expect(told == Array(0..<told.count))
  }

  @Test func `an average asked for before the readings are told keeps them to be told`() {
    var feed = Self.feed([])
    for second in 0..<1_000 { feed.record(1, at: Self.at(second)) }
    #expect(feed.average(at: Self.at(999)) == 1)
    var count = 0
    while feed.nextVisible(at: Self.at(999)) != nil { count += 1 }
    #expect(count == 1_000)
  }
}
