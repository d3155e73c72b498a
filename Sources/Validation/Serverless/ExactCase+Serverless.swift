import Capacity
import Kernel
import Simulation

/// Serverless pools: an independent exact simulation of SimFaaS's model, and Erlang's loss.
extension ExactCase {
  static let serverless: [ExactCase] = [
    ExactCase(
      name: "λ 0.9, E1.991, cold E2.244, expiry 600 s",
      scenario: functions(0.9, 1.991, 2.244, requests: 400_000),
      truths: [
        .metric(
          "cold share", .coldStartShare, 0.0013297, digits: 7, uncertainty: 0.000005),
        .metric("instances", .meanInstances, 7.698, digits: 3, uncertainty: 0.01),
        .running(1.79230, digits: 4, uncertainty: 0.0025),
      ]),
    ExactCase(
      name: "λ 0.9, E1.991, cold E2.244, expiry 60 s",
      scenario: functions(0.9, 1.991, 2.244, expiry: 60, requests: 200_000),
      truths: [
        .metric("cold share", .coldStartShare, 0.0160466, digits: 7, uncertainty: 0.00005),
        .metric("instances", .meanInstances, 5.8917, digits: 4, uncertainty: 0.004),
        .running(1.79565, digits: 4, uncertainty: 0.0025),
      ]),
    ExactCase(
      name: "λ 5, E1, expiry 600 s, at most 5",
      scenario: functions(5, 1, 1, limit: 5, requests: 200_000),
      truths: [
        .metric("rejected, Erlang B", .rejected, 0.28486782, digits: 8),
        .running(3.575661, digits: 6),
      ]),
  ]

  /// A serverless pool with exponential times and Poisson requests.
  static func functions(
    _ rate: Double, _ warm: Double, _ cold: Double, expiry: Int64 = 600, limit: Int = 1_000,
    requests: Double
  ) -> Scenario {
    let price = HourlyPrice(dollarsPerHour: 1)
    let machine = InstanceType(name: "box", gpu: "T4", onDemand: price)
    let layer = FunctionLayer(
      expiry: .seconds(expiry), limit: limit, service: .exponential(mean: warm),
      coldService: .exponential(mean: cold), billing: .life(price))
    let pool = Pool(name: "fn", instance: machine, min: 0, max: limit, function: layer)
    let architecture = Architecture(
      name: "serverless", serving: Serving(model: Model(name: "model", curves: [])),
      pools: [pool])
    return Plain.scenario(
      Plain.requests(rate), architecture, span: SimDuration(seconds: requests / rate))
  }
}

extension ExactCase.Truth {
  /// Instances with a request, on average.
  static func running(_ value: Double, digits: Int, uncertainty: Double? = nil) -> Self {
    Self("running", value, digits: digits, uncertainty: uncertainty) { outcome in
      guard let all = outcome.result.metrics[.meanInstances],
        let idle = outcome.result.metrics[.idleShare]
      else { return nil }
      return all * (1 - idle)
    }
  }
}
