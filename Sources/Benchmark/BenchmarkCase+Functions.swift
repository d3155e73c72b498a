import Capacity
import Kernel

extension BenchmarkCase {
  /// Twenty requests a second of two seconds each on a serverless pool: about 60 instances.
  static func functionScenario(hours: Int64) -> Scenario {
    let price = HourlyPrice(dollarsPerHour: 1)
    let layer = FunctionLayer(
      expiry: .minutes(10), service: .exponential(mean: 1.991),
      coldService: .exponential(mean: 2.244), billing: .life(price))
    let pool = Pool(
      name: "fn", instance: InstanceType(name: "box", gpu: "T4", onDemand: price), min: 0,
      max: layer.limit, function: layer)
    let requests = Population(
      name: "requests", kind: .request,
      arrivals: .poisson(DemandCurve(base: .rate(perSecond: 20))), deadline: .seconds(10))
    return Scenario(
      name: "functions", clock: Clock(measure: .hours(hours), interval: .hours(1)),
      populations: [requests],
      architectures: [
        Architecture(
          name: "serverless", serving: Serving(model: Model(name: "model", curves: [])),
          pools: [pool])
      ])
  }
}
