/// The lag of a Kafka topic as KEDA shows it to the autoscaler.
///
/// A consumer beyond the partitions would idle, so the lag is capped at what they carry. After
/// `kafka_scaler.go` of KEDA 2.20 (`pkg/scalers`).
public struct KafkaLag: Hashable, Sendable {
  /// The lag that a replica should carry: `lagThreshold`; positive.
  public var threshold: Int
  /// Whether there may be more consumers than partitions: `allowIdleConsumers`.
  public var allowsIdleConsumers: Bool
  /// Whether only partitions with a lag count: `limitToPartitionsWithLag`.
  public var limitsToPartitionsWithLag: Bool

  /// KEDA's defaults: 10 for each replica, no idle consumers.
  public init(
    threshold: Int = 10, allowsIdleConsumers: Bool = false, limitsToPartitionsWithLag: Bool = false
  ) {
    self.threshold = threshold
    self.allowsIdleConsumers = allowsIdleConsumers
    self.limitsToPartitionsWithLag = limitsToPartitionsWithLag
  }

  /// The lag that the autoscaler sees of `total` over so many partitions.
  ///
  /// The original compares whole replicas, so a lag of up to one threshold too much passes uncapped
  /// and may ask for one idle consumer; so does this.
  public func shown(total: Int, partitions: Int, partitionsWithLag: Int) -> Int {
    guard !allowsIdleConsumers || limitsToPartitionsWithLag else { return total }
    let most = limitsToPartitionsWithLag ? partitionsWithLag : partitions
    return total / threshold > most ? most * threshold : total
  }
}
