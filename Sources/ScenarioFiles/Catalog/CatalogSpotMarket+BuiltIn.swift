import Capacity
import Kernel

extension CatalogSpotMarket {
  /// Fits to public traces, Weibull or lognormal, whichever is closer (Kolmogorov-Smirnov); the
  /// traces are of V100 and K80 machines, for none exist of newer GPUs.
  static let builtIn: [CatalogSpotMarket] = preemptions + availabilities + fleets

  /// Instances that were held until the provider took them.
  private static let preemptions: [CatalogSpotMarket] = [
    preemption(
      "v100-us-east-1c-2023-04", lognormal(mu: -0.806, sigma: 1.574), "41 instances",
      "1-node/aws-04-22-2023/us-east-1c_v100_1.json", "2023-04-22"),
    preemption(
      "v100-us-east-1f-2023-04", lognormal(mu: -0.873, sigma: 1.64), "60 instances",
      "1-node/aws-04-22-2023/us-east-1f_v100_1.json", "2023-04-22"),
    preemption(
      "v100-us-west-2b-2023-04", lognormal(mu: 0.004, sigma: 1.618), "45 instances",
      "1-node/aws-04-22-2023/us-west-2b_v100_1.json", "2023-04-22"),
    preemption(
      "v100-us-west-2c-2023-04", lognormal(mu: -0.329, sigma: 1.746), "58 instances",
      "1-node/aws-04-22-2023/us-west-2c_v100_1.json", "2023-04-22"),
    preemption(
      "v100-us-east-1f-2023-08", .weibull(shape: 0.713, scale: hours(2.076)),
      "44 runs of 4 instances", "4-node/aws-08-03-2023/us-east-1f_v100_1.json", "2023-08-03"),
  ]

  /// How long one more instance could be had: a proxy, since no instance was held.
  private static let availabilities: [CatalogSpotMarket] = [
    availability(
      "v100-us-east-1c-2023-02", lognormal(mu: -0.52, sigma: 1.2), "344 spans",
      "1-node/aws-02-15-2023/us-east-1c_v100_1.json", "2023-02-15"),
    availability(
      "v100-us-east-2a-2023-02", lognormal(mu: 0.257, sigma: 1.682), "146 spans",
      "1-node/aws-02-15-2023/us-east-2a_v100_1.json", "2023-02-15"),
    availability(
      "v100-us-west-2b-2023-02", lognormal(mu: 0.453, sigma: 1.928), "95 spans",
      "1-node/aws-02-15-2023/us-west-2b_v100_1.json", "2023-02-15"),
    availability(
      "k80-us-west-2a-2022-10", lognormal(mu: 0.245, sigma: 1.646), "133 spans",
      "1-node/aws-10-26-2022/us-west-2a_k80_1.json", "2022-10-26"),
  ]

  /// A fleet of which only preemptions and instance hours were counted.
  private static let fleets: [CatalogSpotMarket] = [
    CatalogSpotMarket(
      name: "g4dn-us-east-1c-2020-11", upTime: .exponential(mean: hours(2.349)),
      provenance: Provenance(
        subject: "spot up-time g4dn-us-east-1c-2020-11",
        value: "85 preemptions; only the mean is known, the shape is assumed exponential",
        quality: .catalog,
        source: "github:uclasystem/bamboo@8080928933:doc/data/aws-spot-instances-g4dn-xlarge-"
          + "us-east-1c-2020-11-20-1930-to-2020-11-21-2200.csv",
        date: "2020-11-20"))
  ]

  private static func hours(_ count: Double) -> Double { count * 3600 }

  /// A lognormal fitted to hours, in seconds: ln 3600 is added to its `mu`.
  private static func lognormal(mu: Double, sigma: Double) -> Distribution {
    .lognormal(mu: mu + 8.188689124444202, sigma: sigma, shift: 0)
  }

  private static func preemption(
    _ name: String, _ upTime: Distribution, _ what: String, _ file: String, _ date: String
  ) -> CatalogSpotMarket {
    traced(name, upTime, "\(what) held until taken back", "preemption/\(file)", date)
  }

  private static func availability(
    _ name: String, _ upTime: Distribution, _ what: String, _ file: String, _ date: String
  ) -> CatalogSpotMarket {
    traced(name, upTime, "\(what) of availability, a proxy", "availability/\(file)", date)
  }

  private static func traced(
    _ name: String, _ upTime: Distribution, _ value: String, _ file: String, _ date: String
  ) -> CatalogSpotMarket {
    CatalogSpotMarket(
      name: name, upTime: upTime,
      provenance: Provenance(
        subject: "spot up-time \(name)", value: value, quality: .catalog,
        source: "fit to github:skypilot-org/spot-traces@221da1ab9b:\(file)", date: date))
  }
}
