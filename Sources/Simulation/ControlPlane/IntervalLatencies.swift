import Kernel
import Statistics

/// The latencies of the frames answered in one reporting interval, as the tally grew meanwhile.
///
/// Nothing is counted frame by frame for it: the counts at the interval's end less those at its
/// beginning are the interval's histogram.
struct IntervalLatencies {
  /// Counts by bucket, over all populations, at the beginning of the last interval and at its end.
  private var before = Histogram().counts
  private var now = Histogram().counts

  /// Begins the next interval where the last one ended, and takes it up to now.
  mutating func next(_ tally: borrowing Tally) -> LatencyQuantiles {
    swap(&before, &now)
    return again(tally)
  }

  /// The last interval once more, with what was answered since.
  mutating func again(_ tally: borrowing Tally) -> LatencyQuantiles {
    tally.copyTotals(into: &now)
    var counts = now
    for bucket in counts.indices { counts[bucket] &-= before[bucket] }
    return LatencyQuantiles(Histogram(counts: counts, sumOfNanoseconds: (0, 0)))
  }
}
