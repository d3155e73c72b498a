import Autoscaling
import Kernel
import Testing

@Suite struct SeasonalProfileTests {
  /// A profile whose season is one bin of an hour, after it saw `loads`, one in each.
  static func profile(_ loads: [Double], depth: Int = 20, quantile: Double = 0.95)
    -> SeasonalProfile
  {
    var profile = SeasonalProfile(
      bin: .hours(1), season: .hours(1), depth: depth, quantile: quantile)
    for (hour, load) in loads.enumerated() {
      _ = profile.add(load, at: .zero + .hours(Int64(hour)))
    }
    _ = profile.add(nil, at: .zero + .hours(Int64(loads.count)))
    return profile
  }

  static func peak(_ profile: SeasonalProfile) -> Double? {
    profile.peak(from: .zero + .hours(99), lead: .zero)
  }

  @Test func `the quantile is the largest of few days and the rank above`() {
    let loads = (1...20).map(Double.init)
    #expect(Self.peak(Self.profile(Array(loads.prefix(19)))) == 19)
    #expect(Self.peak(Self.profile(loads)) == 19)
    #expect(Self.peak(Self.profile(loads.reversed(), quantile: 0.5)) == 10)
    #expect(Self.peak(Self.profile([7, 3], quantile: 0.5)) == 3)
    #expect(Self.peak(Self.profile([])) == nil)
  }

  @Test func `the oldest season gives way`() {
    #expect(Self.peak(Self.profile([90, 1, 2, 3], depth: 3)) == 3)
  }

  @Test func `a bin that ends tells its mean and what was expected`() {
    var profile = SeasonalProfile(
      bin: .minutes(1), season: .minutes(2), depth: 5, quantile: 1)
    var ended: [SeasonalProfile.Ended?] = []
    for (second, load) in [(0, 4.0), (30, 8), (60, 1), (120, 10), (180, 3), (240, 0)] {
      ended.append(profile.add(load, at: .zero + .seconds(Int64(second))))
    }
    #expect(
      ended == [
        nil, nil, .init(load: 6, expected: nil), .init(load: 1, expected: nil),
        .init(load: 10, expected: 6), .init(load: 3, expected: 1),
      ])
  }

  @Test func `a bin without samples keeps what it had`() {
    var profile = SeasonalProfile(
      bin: .minutes(1), season: .minutes(2), depth: 5, quantile: 1)
    _ = profile.add(5, at: .zero)
    let first = profile.add(nil, at: .zero + .minutes(2))
    let second = profile.add(2, at: .zero + .minutes(3))
    #expect(first == .init(load: 5, expected: nil))
    #expect(second == nil)
    #expect(profile.peak(from: .zero + .minutes(4), lead: .zero) == 5)
    #expect(profile.peak(from: .zero + .minutes(5), lead: .zero) == nil)
    // A lead of more than a season looks at each bin once.
    #expect(profile.peak(from: .zero + .minutes(5), lead: .days(9)) == 5)
  }
}
