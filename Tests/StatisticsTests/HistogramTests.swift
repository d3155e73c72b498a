import Kernel
import Statistics
import Testing

@Suite struct HistogramTests {
  @Test func `bucket bounds enclose every duration within a 128th`() {
    var nanoseconds: Int64 = 1
    while nanoseconds < 1 << 46 {
      let bucket = Histogram.bucket(of: SimDuration(nanoseconds: nanoseconds))
      let low = Histogram.lowerBound(ofBucket: bucket).nanoseconds
      let high = Histogram.upperBound(ofBucket: bucket).nanoseconds
      #expect(low <= nanoseconds && nanoseconds < high)
      #expect(high - low == 1 || (high - low) * 128 <= low)
      nanoseconds = nanoseconds * 3 + 1
    }
  }

  @Test func `merging is counting together, in any order`() {
    var a = Histogram()
    var b = Histogram()
    var both = Histogram()
    for step in 1...1000 {
      let duration = SimDuration.microseconds(Int64(step * step))
      if step % 3 == 0 { a.record(duration) } else { b.record(duration, times: 2) }
      both.record(duration, times: step % 3 == 0 ? 1 : 2)
    }
    var other = b
    other.merge(a)
    a.merge(b)
    #expect(a == both)
    #expect(other == both)
  }

  @Test func `the mean is exact and quantiles are within a bucket`() {
    var histogram = Histogram()
    #expect(histogram.mean == nil)
    #expect(histogram.quantile(0.5) == nil)
    for step in 1...1000 { histogram.record(.milliseconds(Int64(step))) }
    #expect(histogram.mean == .microseconds(500_500))
    for p in [0.05, 0.5, 0.95, 0.99] {
      let value = histogram.quantile(p)?.milliseconds ?? 0
      #expect((value / (1000 * p) - 1).magnitude < 0.01)
    }
  }
}
