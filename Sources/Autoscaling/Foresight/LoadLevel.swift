/// How busy today is beside the past: the load of the last ended bins over what was expected.
struct LoadLevel: Sendable {
  private var loads: [Double]
  private var expectations: [Double]
  private let limits: ClosedRange<Double>
  private var next = 0

  /// The ratio, within the limits; 1 before any bin with a past has ended.
  private(set) var ratio = 1.0

  /// A level of so many bins, which must be positive.
  init(bins: Int, limits: ClosedRange<Double>) {
    loads = Array(repeating: 0, count: bins)
    expectations = Array(repeating: 0, count: bins)
    self.limits = limits
  }

  /// Takes in a bin that ended; one without a past says nothing.
  mutating func add(_ ended: SeasonalProfile.Ended) {
    guard let expected = ended.expected else { return }
    loads[next] = ended.load
    expectations[next] = expected
    next = next + 1 == loads.count ? 0 : next + 1
    var load = 0.0
    var expectation = 0.0
    for index in loads.indices {
      load += loads[index]
      expectation += expectations[index]
    }
    // Where nothing was expected, any load is infinitely more, which says nothing of later bins.
    let raw = expectation > 0 ? load / expectation : 1
    ratio = Swift.min(Swift.max(raw, limits.lowerBound), limits.upperBound)
  }
}
