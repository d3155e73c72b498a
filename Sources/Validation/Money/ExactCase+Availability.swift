import Capacity
import Kernel
import Simulation

/// Machines that come and go: the spot market of a zone, and machines that break.
extension ExactCase {
  /// Ten instances of a zone that is open and closed by turns, bought whenever it is open.
  ///
  /// In the long run the zone is open E[U]/(E[U] + E[D]) of the time whatever the distributions
  /// (renewal-reward theorem). E of Weibull(k, s) is s·Γ(1 + 1/k), of a lognormal m·exp(σ²/2).
  static let spot: [ExactCase] = [
    zone("exponential up 2 h, down 10 min", .exponential(mean: 7_200), 0.923077),
    zone("Weibull up, shape 0.66, scale 2 h", .weibull(shape: 0.66, scale: 7_200), 0.941602),
    zone(
      "lognormal up, median 2 h, σ 1.4",
      .lognormal(mu: Elementary.log(7_200), sigma: 1.4, shift: 0), 0.969673),
    zone(
      "Weibull up, lognormal down of median 10 min, σ 1.3",
      .weibull(shape: 0.66, scale: 7_200), 0.873835,
      down: .lognormal(mu: Elementary.log(600), sigma: 1.3, shift: 0)),
  ]

  private static func zone(
    _ name: String, _ upTime: Distribution, _ share: Double,
    down downTime: Distribution = .exponential(mean: 600)
  ) -> ExactCase {
    let cycle = SpotCycle(
      upTime: upTime, downTime: downTime, share: ReclaimShare(whole: 1, partial: 0))
    let zone = SpotZone(
      name: "zone", supply: .cycle(cycle),
      price: .constant(HourlyPrice(dollarsPerHour: 1)), notice: .zero)
    let purchase = Purchase.market(
      MarketPurchase(
        region: SpotRegion(name: "region", zones: [zone]), mix: PurchaseMix(fallsBack: false)))
    let pool = Pool(
      name: "main", instance: Plain.machine, purchase: purchase, min: 10, max: 10,
      minimumBilled: .zero)
    return ExactCase(
      name: name, scenario: unused(pool, span: .days(150)),
      truths: [
        .available(share, of: 10),
        // Spot is paid for while it is there, by the second begun.
        .init("cost over that of always", share, digits: 6, uncertainty: 0.0001) {
          $0.result.cost.dollars / (150 * 24 * 10)
        },
      ])
  }

  /// Ten machines that break after two hours and are back after ten minutes, on average.
  static let failures: [ExactCase] = [
    fleet("MTBF 2 h exponential, MTTR 10 min exponential", .exponential(mean: 600)),
    fleet("MTBF 2 h exponential, MTTR 10 min constant", .constant(600)),
  ]

  private static func fleet(_ name: String, _ repair: Distribution) -> ExactCase {
    let pool = Pool(
      name: "main", instance: Plain.machine, min: 10, max: 10, minimumBilled: .zero,
      failures: Failures(upTime: .exponential(mean: 7_200), repair: repair))
    return ExactCase(
      name: name, scenario: unused(pool, span: .days(20)),
      truths: [.available(0.92307692, of: 10, digits: 8), .atLeast(8, of: 10, 0.96377338)])
  }

  /// A pool without users.
  private static func unused(_ pool: Pool, span: SimDuration) -> Scenario {
    let nobody = Population(
      name: "nobody", kind: .request, arrivals: .instants([]), deadline: .hours(1))
    let architecture = Architecture(
      name: "fleet", serving: Plain.serving, pools: [pool])
    return Plain.scenario(nobody, architecture, span: span)
  }
}

extension ExactCase.Truth {
  /// The share of `count` instances that is there, on average over time.
  static func available(_ share: Double, of count: Int, digits: Int = 6) -> Self {
    Self("availability, E[U]/(E[U] + E[D])", share, digits: digits) {
      $0.result.timeline[0].ready / Double(count)
    }
  }

  /// The share of the time in which at least `least` of `count` instances are ready.
  static func atLeast(_ least: Int, of count: Int, _ share: Double) -> Self {
    Self("at least \(least) of \(count) up, binomial", share, digits: 8) { outcome in
      let row = outcome.result.timeline[0]
      let end = row.start + row.length
      var changes: [(at: SimTime, by: Int)] = [(end, 0)]
      for life in outcome.result.instances {
        guard let ready = life.ready else { continue }
        changes.append((max(ready, row.start), 1))
        if life.gone < end { changes.append((life.gone, -1)) }
      }
      changes.sort { $0.at < $1.at }
      var (up, enough, last) = (0, 0.0, row.start)
      // `enough` is the time before `last` in which enough were up, `up` those from then on.
      for change in changes {
        if up >= least { enough += (change.at - last).seconds }
        (up, last) = (up + change.by, change.at)
      }
      return enough / row.length.seconds
    }
  }
}
