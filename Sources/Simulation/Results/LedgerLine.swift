public import Kernel

/// A charge, added up over the measured span.
public struct LedgerLine: Hashable, Sendable {
  /// What is paid for.
  public enum Category: String, Hashable, Sendable, CaseIterable {
    /// Ready time in which a lane was busy.
    case busy
    /// Ready time in which none was.
    case idle
    /// From launch to ready.
    case starting
    /// From the order to drain to the end.
    case draining
    /// What a billing rule adds to the time lived: the rest of a second, of a shortest time, of an
    /// hour begun.
    case minimum
    /// Nodes that start, and their places that no replica has.
    case vacant
    /// Function instances for being kept ready.
    case provisioned
    /// Machines kept prepared, at their share of the price.
    case warm
    /// What a provider gives back for instances that it took away; never positive.
    case refund
    /// What commitments take off the price of the usage that they cover; positive where they are
    /// dearer than it.
    case commitmentSaving = "commitment_saving"
    /// What was committed to, or owned, and not used.
    case committedUnused = "committed_unused"
    /// Answers sent out.
    case egress
    /// Models and images kept.
    case storage
    /// Models and images pulled.
    case modelPulls = "model_pulls"
    /// Features read.
    case featureStore = "feature_store"
    /// Traces and logs, with their keeping.
    case telemetry
    /// What each request costs, whatever its time: of functions, or of each frame offered.
    case requests
    /// What users' devices draw.
    case deviceEnergy = "device_energy"
    /// What is paid by the month, whatever happens.
    case overhead
  }

  /// The pool charged; empty for what no pool alone is charged with.
  public var pool: String
  /// The population charged.
  public var population: String
  /// What is paid for.
  public var category: Category
  /// How much; negative for what is given back.
  public var amount: Money

  /// A charge.
  package init(pool: String, population: String = "", category: Category, amount: Money) {
    self.pool = pool
    self.population = population
    self.category = category
    self.amount = amount
  }
}
