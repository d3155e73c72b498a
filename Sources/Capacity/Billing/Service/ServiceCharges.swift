public import Kernel

/// What an architecture pays for beside its instances; what is nil costs nothing.
public struct ServiceCharges: Hashable, Sendable {
  /// Answers sent out to users.
  public var egress: AnswerEgress?
  /// Where models and images are kept.
  public var modelStore: KeptModels?
  /// Features read for each answered frame.
  public var features: AnswerFeatures?
  /// Traces and logs of each answered frame.
  public var telemetry: Telemetry?
  /// A fee for each frame that is offered, such as that of a gateway.
  public var requests: UnitPrice?
  /// What users' devices draw for each frame that is offered.
  public var deviceEnergy: DeviceEnergy?
  /// What is paid by the month, whatever happens.
  public var overhead: [MonthlyFee] = []

  /// Nothing.
  public init() {}

  /// Whether nothing is charged.
  public var isEmpty: Bool { self == ServiceCharges() }
}

/// Answers sent out to users at a price that falls with the month's volume.
public struct AnswerEgress: Hashable, Sendable {
  /// How much one answered frame sends.
  public var perFrame: Bytes
  /// The price.
  public var prices: TieredEgress

  /// So much for each answered frame.
  public init(perFrame: Bytes, prices: TieredEgress) {
    self.perFrame = perFrame
    self.prices = prices
  }
}

/// What a model store keeps, and its prices; each model load of a cold start is a pull, and what it
/// fetches from another region is sent there.
public struct KeptModels: Hashable, Sendable {
  /// How much is kept.
  public var size: Bytes
  /// The prices.
  public var store: ModelStore

  /// So much kept.
  public init(size: Bytes, store: ModelStore) {
    self.size = size
    self.store = store
  }
}

/// Records read from an online feature store for each answered frame.
public struct AnswerFeatures: Hashable, Sendable {
  /// How many records one frame reads; not negative.
  public var reads: Int64
  /// The size of a record.
  public var record: Bytes
  /// The prices.
  public var store: FeatureReads

  /// So many records for each answered frame.
  public init(reads: Int64, record: Bytes, store: FeatureReads) {
    self.reads = reads
    self.record = record
    self.store = store
  }
}
