public import Kernel

/// Reads from an online feature store, by the read unit.
///
/// Amazon SageMaker Feature Store and DynamoDB on demand: a strongly consistent read takes a read
/// request unit for each 4 KB (4,096 bytes) begun.
public struct FeatureReads: Hashable, Sendable {
  /// The price of read units.
  public var units: UnitPrice
  /// How much one unit reads; positive.
  public var unitSize: Bytes

  /// Reads at a price.
  public init(units: UnitPrice, unitSize: Bytes = Bytes(4_096)) {
    precondition(unitSize.count > 0, "a unit reads something")
    self.units = units
    self.unitSize = unitSize
  }

  /// How many units one read of a record takes; at least one.
  public func units(forRecordOf size: Bytes) -> Int64 {
    max(1, (size.count + unitSize.count - 1) / unitSize.count)
  }

  /// What `count` reads of records of `size` cost, rounded half up once.
  public func charge(reads count: Int64, ofRecordsOf size: Bytes) -> Money {
    units.cost(of: Int128(count) * Int128(units(forRecordOf: size)), over: 1)
  }
}
