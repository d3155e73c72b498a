/// How many pods Knative asks for their metrics when it does not ask all of them.
public enum ScrapeSample {
  /// The sample of `population` ready pods: all of three, then as many as give the mean with 95 %
  /// confidence within a margin of 5 at a variance of 100.
  ///
  /// After `populationMeanSampleSize` of Knative Serving 1.23
  /// (`pkg/autoscaler/metrics/sample_size.go`).
  public static func size(population: Int) -> Int {
    guard population > 3 else { return Swift.max(population, 0) }
    let unbounded = 1.96 * 1.96 * 100 / (5.0 * 5.0)
    let pods = Double(population)
    return KnativeRounding.count(
      KnativeRounding.ceiling(pods * unbounded / (pods + unbounded - 1)))
  }
}
