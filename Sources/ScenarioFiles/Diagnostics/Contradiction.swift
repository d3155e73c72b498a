/// Two things of a scenario that cannot both hold.
public enum Contradiction: Hashable, Sendable {
  /// A least value above a most value.
  case minAboveMax(low: String, lowText: String, high: String, highText: String)
  /// Two keys of which one at most may be given.
  case either(String, or: String)
  /// A key that only stream populations have.
  case streamOnly(String)
  /// A base of sessions that only request populations have.
  case requestOnly(String)
  /// A base of sessions that takes no factors.
  case factorOfFixed(String, base: String)
  /// An autoscaler on a pool of fixed size.
  case autoscalerOnFixed(pool: String)
  /// Two autoscalers on one pool.
  case twoAutoscalers(pool: String)
  /// A policy that cannot leave zero over a pool that may go there.
  case neverWakes(pool: String)
  /// Steps of one alarm that mean different things.
  case mixedSteps
  /// Bursts that are too high to keep the mean.
  case bursts(height: String, most: String)
  /// Values that must ascend.
  case notAscending(String)
  /// A value that does not fit the number of values wanted.
  case count(String, found: Int, wanted: Int)
  /// A curve that falls at its end and would become negative.
  case fallingCurve
  /// A serverless pool beside other pools.
  case functionBeside(pool: String)
  /// A serverless pool for requests and streams at once.
  case functionOfBoth(pool: String)
  /// A time of requests in a serverless pool for streams.
  case requestTime(String, population: String)
  /// A serverless pool for streams that is paid by the request.
  case requestBilling(population: String)
  /// `sharing:` that leaves out a number of copies.
  case sharingGap(Int)
  /// A key that says how rented instances are paid, of a pool that is paid by the month.
  case paidByTheMonth(String, instance: String)
  /// A commitment to instances that are not rented on demand.
  case notCommittable(pool: String)
  /// A savings plan where nothing is rented on demand.
  case nothingCommittable
  /// Replicas on a node that would have parts of GPUs.
  case partOfGPU(replicas: Int, instance: String, gpus: Int)
  /// Prices of one list that are for different numbers of bytes.
  case mixedUnits(String)
  /// The last tier of a price that falls with volume, with an end.
  case lastTierEnds
  /// A zone that a pool names twice.
  case zoneTwice(String)
}
