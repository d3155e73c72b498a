public import Kernel

/// Functions billed by the request and by the time each takes.
///
/// AWS Lambda (pricing page): from the start of the code to its return, rounded up to 1 ms
/// (100 ms until December 2020), times the memory allocated. Initialisation is billed since
/// August 2025; before, it was free for managed runtimes. Google Cloud Run with request-based
/// billing rounds up to 100 ms.
public struct RequestBilling: Hashable, Sendable {
  /// The price of requests.
  public var requests: UnitPrice
  /// What an instance holds while a request runs.
  public var resources: [ResourcePrice]
  /// What time a request is billed for.
  public var time: BilledTime

  /// Billing by the request; each one's time is rounded up to a multiple of `granule`, which must
  /// be positive, and the first of an instance may pay for its initialisation.
  public init(
    requests: UnitPrice, resources: [ResourcePrice], granule: SimDuration = .milliseconds(1),
    billsInitialisation: Bool = true
  ) {
    self.requests = requests
    self.resources = resources
    time = BilledTime(granule: granule, billsInitialisation: billsInitialisation)
  }

  /// The time that one request is billed for; `initialisation` is zero on a warm instance.
  public func billedTime(
    of execution: SimDuration, initialisation: SimDuration = .zero
  ) -> SimDuration {
    time(of: execution, initialisation: initialisation)
  }

  /// What so many requests with so much billed time together have cost.
  ///
  /// Never falls as either grows: a part's charge is a difference of this, and so is the charge
  /// past a free allowance. Each line (requests, each resource) is rounded half up once.
  public func charge(requests count: Int64, billedTime: SimDuration) -> Money {
    resources.reduce(requests.cost(of: count)) { $0 + $1.cost(of: billedTime) }
  }
}
