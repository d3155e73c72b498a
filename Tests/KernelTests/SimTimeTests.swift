import Kernel
import Testing

@Suite struct SimTimeTests {
  @Test func `instants and lengths keep to integer arithmetic, before zero too`() {
    let warm = SimTime.zero - .minutes(10)
    #expect(warm.nanoseconds == -600_000_000_000)
    #expect(warm < .zero)
    #expect((warm + .minutes(10)) == .zero)
    #expect((warm - .zero) == SimDuration(nanoseconds: -600_000_000_000))
    #expect(warm.seconds == -600)
    var instant = SimTime.zero
    instant += .nanoseconds(1)
    #expect(instant > .zero && instant < .never)
  }

  @Test func `seconds are rounded to the nearest nanosecond and clamped`() {
    #expect(SimDuration(seconds: 0.1).nanoseconds == 100_000_000)
    #expect(SimDuration(seconds: 1e-9 * 0.6).nanoseconds == 1)
    #expect(SimDuration(seconds: -1e-9 * 0.6).nanoseconds == -1)
    #expect(SimDuration(seconds: 86_400 * 365).nanoseconds == 31_536_000_000_000_000)
    #expect(SimDuration(seconds: 1e300).nanoseconds == .max / 4)
    #expect(SimDuration(seconds: .infinity).nanoseconds == .max / 4)
    #expect(SimDuration(seconds: -1e300).nanoseconds == .min / 4)
  }

  @Test func `units are multiples of each other`() {
    #expect(SimDuration.days(1) == .hours(24))
    #expect(SimDuration.hours(1) == .minutes(60))
    #expect(SimDuration.minutes(1) == .seconds(60))
    #expect(SimDuration.seconds(1) == .milliseconds(1_000))
    #expect(SimDuration.milliseconds(1) == .microseconds(1_000))
    #expect(SimDuration.microseconds(1) == .nanoseconds(1_000))
    #expect(SimDuration.seconds(3) * 4 == .seconds(12))
    #expect(SimDuration.minutes(90).hours == 1.5)
    #expect(SimDuration.microseconds(2_500).milliseconds == 2.5)
    var length = SimDuration.seconds(5)
    length -= .seconds(7)
    length += .seconds(1)
    #expect(length == .zero - .seconds(1))
  }

  @Test func `a transfer takes eight bits a byte`() {
    let link = Bandwidth(bitsPerSecond: 20_000_000)
    #expect(link.transferTime(of: Bytes(33_000)) == .microseconds(13_200))
    #expect(link.transferTime(of: Bytes(0)) == .zero)
  }
}
