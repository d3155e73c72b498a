import Capacity
import Kernel
import ScenarioFiles
import Testing

/// Figures read off their sources by hand.
struct CatalogFiguresTests {
  let catalog = Catalog.builtIn

  @Test(
    arguments: [
      ("g4dn.xlarge", 526_000_000), ("g6.xlarge", 804_800_000), ("g5.xlarge", 1_006_000_000),
      ("p3.2xlarge", 3_060_000_000), ("standard_nc24ads_a100_v4", 3_673_000_000),
      ("g2-standard-4", 706_832_255), ("a2-highgpu-1g", 3_673_385_000),
    ] as [(String, Int64)])
  func `an on-demand price is the source's to the nanodollar`(name: String, price: Int64) throws {
    let entry = try #require(catalog.instance(named: name))
    #expect(entry.onDemand.nanodollarsPerHour == price)
  }

  @Test func `a spot price is the median of the region's zones`() throws {
    // us-east-1 zones: 0.2, 0.202, 0.2039, 0.2043, 0.2158; and 0.349, 0.3653, 0.3988, 0.4011
    let t4 = try #require(catalog.instance(named: "g4dn.xlarge"))
    #expect(t4.spot?.nanodollarsPerHour == 203_900_000)
    #expect(t4.spotSource.contains("median of 5 zones"))
    let l4 = try #require(catalog.instance(named: "g6.xlarge"))
    #expect(l4.spot?.nanodollarsPerHour == 382_050_000)
    #expect(l4.gpuMemory == Bytes(24_000_000_000))
  }

  @Test(
    arguments: [
      ("T4", 61.309, 456.121, [1, 0.974, 0.919, 0.935]),
      ("L4", 16.045, 121.589, [1, 1.018, 1.005, 0.946]),
      ("V100", 21.091, 134.728, [1, 1.1, 1.171, 1.179]),
      ("P4", 73.196, 538.483, []),
    ] as [(String, Double, Double, [Double])])
  func `deeplabv3plus is as PPipe measured it`(
    gpu: String, one: Double, eight: Double, sharing: [Double]
  ) throws {
    let curves = try #require(catalog.model(named: "deeplabv3plus_r101")).curves
    let curve = try #require(curves.first { $0.gpu == gpu })
    guard case .table(let points) = curve.shape else {
      Issue.record("not a table")
      return
    }
    #expect(points.map(\.batch) == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(points[0].seconds == one / 1000)
    #expect(points[7].seconds == eight / 1000)
    #expect(curve.sharing == sharing)
  }

  @Test func `points whose latency and throughput disagree are left out`() throws {
    // U-Net on A100 at fp16: batches 8 and 16 are off by 15%.
    let unet = try #require(catalog.model(named: "unet_medical"))
    let curve = try #require(unet.curves.first { $0.gpu == "A100" && $0.precision == "fp16" })
    #expect(
      curve.shape
        == .table([
          ServiceCurve.Point(batch: 1, seconds: 0.003983),
          ServiceCurve.Point(batch: 2, seconds: 11.13 / 1000),
          ServiceCurve.Point(batch: 4, seconds: 0.02025),
        ]))
  }

  @Test func `production model load is the mixture of cached and remote`() throws {
    let load = try #require(catalog.start(named: "model-load-production"))
    #expect(
      load.distribution
        == .mixture([
          Distribution.MixturePart(
            weight: 0.36, distribution: .lognormal(mu: 1.085, sigma: 0.336, shift: 0)),
          Distribution.MixturePart(
            weight: 0.64, distribution: .lognormal(mu: 3.435, sigma: 0.315, shift: 0)),
        ]))
  }

  @Test func `a spot up-time fitted in hours is given in seconds`() throws {
    let weibull = try #require(catalog.spotMarket(named: "v100-us-east-1f-2023-08"))
    #expect(weibull.upTime == .weibull(shape: 0.713, scale: 2.076 * 3600))
    let market = try #require(catalog.spotMarket(named: "v100-us-west-2b-2023-04"))
    guard case .lognormal(let mu, let sigma, let shift) = market.upTime else {
      Issue.record("not lognormal")
      return
    }
    #expect(abs(mu - (0.004 + 8.18868912)) < 1e-8)
    #expect(sigma == 1.618 && shift == 0)
  }
}
