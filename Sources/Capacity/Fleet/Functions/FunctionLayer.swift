public import Kernel

/// What makes a pool serverless: instances come with the work and go when there is none.
///
/// An arrival takes the newest idle instance, else starts one and waits for it. The rules are
/// SimFaaS's (pacslab/simfaas, ServerlessSimulator and ParServerlessSimulator); provisioned
/// instances come from AWS Lambda.
public struct FunctionLayer: Hashable, Sendable {
  /// So many requests, or streams, an instance takes at a time; at least one.
  public var concurrency: Int
  /// An instance ends so long after its last departure; not negative.
  public var expiry: SimDuration
  /// The most instances, provisioned ones included; an arrival that needs one more is rejected.
  public var limit: Int
  /// Instances that are always there, ready from the beginning; from 0 to `limit`.
  ///
  /// They are taken before all others, as AWS Lambda does with provisioned concurrency.
  public var provisioned: Int
  /// The time in seconds of a request on a warm instance; nil for the model's curve.
  public var service: Distribution?
  /// The time in seconds of the first request of an instance, its start included; nil when the
  /// pool's start is given by its stages.
  public var coldService: Distribution?
  /// What is paid.
  public var billing: FunctionBilling

  /// A serverless pool.
  public init(
    concurrency: Int = 1, expiry: SimDuration, limit: Int = 1_000, provisioned: Int = 0,
    service: Distribution? = nil, coldService: Distribution? = nil, billing: FunctionBilling
  ) {
    precondition(concurrency >= 1 && limit >= 1, "an instance takes work, and there may be one")
    precondition((0...limit).contains(provisioned), "provisioned instances are within the limit")
    precondition(expiry >= .zero, "an expiry is not negative")
    self.concurrency = concurrency
    self.expiry = expiry
    self.limit = limit
    self.provisioned = provisioned
    self.service = service
    self.coldService = coldService
    self.billing = billing
  }
}
