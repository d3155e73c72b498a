/// One measurement of the time of a batch.
package struct BatchTiming: Hashable, Sendable {
  /// The batch size; at least 1.
  package var batch: Int
  /// The time of the batch in seconds; positive.
  package var seconds: Double
  /// How many copies of the model ran on the GPU at the same time; at least 1.
  package var copies: Int

  /// A measurement.
  package init(batch: Int, seconds: Double, copies: Int = 1) {
    self.batch = batch
    self.seconds = seconds
    self.copies = copies
  }
}

/// What repeated and shared measurements of batches come to.
package struct BatchTimings: Sendable {
  /// The mean time of each batch size of one copy alone, ascending in batch size.
  package let points: [CurvePoint]
  /// The coefficient of variation of a batch's time about its mean, pooled over the batch sizes
  /// that were measured more than once; nil when none was.
  package let cv: Double?
  /// The throughput of k copies on one GPU over that of one, for k from 2, as far as each k was
  /// measured at some batch size that one copy was measured at; the mean over batch sizes.
  package let sharing: [Double]

  /// Groups measurements by copies and batch size.
  package init(_ timings: [BatchTiming]) {
    let alone = Self.grouped(timings.filter { $0.copies == 1 })
    points = alone.map { CurvePoint(batch: $0.batch, seconds: Self.mean($0.times)) }
    cv = Self.pooledVariation(alone.map(\.times))
    var sharing: [Double] = []
    var copies = 2
    while let share = Self.share(of: copies, timings, alone: points) {
      sharing.append(share)
      copies += 1
    }
    self.sharing = sharing
  }

  private static func grouped(_ timings: [BatchTiming]) -> [(batch: Int, times: [Double])] {
    var groups: [Int: [Double]] = [:]
    for timing in timings { groups[timing.batch, default: []].append(timing.seconds) }
    return groups.keys.sorted().map { ($0, groups[$0] ?? []) }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  /// The root of the mean squared deviation relative to each size's mean, with the degrees of
  /// freedom that the means leave.
  private static func pooledVariation(_ groups: [[Double]]) -> Double? {
    var (squares, freedom) = (0.0, 0)
    for times in groups where times.count > 1 {
      let mean = mean(times)
      for time in times {
        let deviation = time / mean - 1
        squares += deviation * deviation
      }
      freedom += times.count - 1
    }
    return freedom > 0 ? (squares / Double(freedom)).squareRoot() : nil
  }

  private static func share(
    of copies: Int, _ timings: [BatchTiming], alone: [CurvePoint]
  ) -> Double? {
    let together = grouped(timings.filter { $0.copies == copies })
    let shares = together.compactMap { group in
      alone.first { $0.batch == group.batch }.map { point in
        Double(copies) * point.seconds / mean(group.times)
      }
    }
    return shares.isEmpty ? nil : mean(shares)
  }
}
