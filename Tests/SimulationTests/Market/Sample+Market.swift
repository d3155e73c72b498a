import Capacity
import Kernel
import Simulation

extension Sample {
  /// A zone that holds so many instances from each second on.
  static func replayed(
    _ rows: [(Int64, Int)], zone name: String = "a", notice: SimDuration = .zero,
    price: SpotPrice = .constant(millionASecond)
  ) -> SpotZone {
    let steps = rows.map { TimedSteps<Int>.Step(at: .seconds($0.0), value: $0.1) }
    return SpotZone(name: name, supply: .replay(TimedSteps(steps)), price: price, notice: notice)
  }

  /// A pool of fixed size that buys in some zones.
  static func marketPool(
    _ name: String = "main", count: Int, _ zones: [SpotZone], mix: PurchaseMix = PurchaseMix(),
    boot: Double = 0
  ) -> Pool {
    Pool(
      name: name, instance: machine(),
      purchase: .market(
        MarketPurchase(region: SpotRegion(name: "region", zones: zones), mix: mix)),
      min: count, max: count, start: ColdStart(boot: .constant(boot)), minimumBilled: .zero)
  }

  /// What happens to pools that nobody uses.
  static func idle(
    _ pools: [Pool], seconds: Int64, seed: UInt64 = 1
  ) throws -> ReplicationResult {
    try run(
      [requests(at: [])], serving(), pools,
      clock: Clock(measure: .seconds(seconds), interval: .seconds(seconds)), seed: seed)
  }
}

extension ReplicationResult {
  /// `launched-gone purchase zone` of each instance, in seconds.
  var lives: [String] {
    instances.map { life in
      let span = "\(Int(life.launched.seconds))-\(Int(life.gone.seconds))"
      return "\(span) \(life.purchase) \(life.zone ?? "-")"
    }
  }

  /// `time what` of each decision.
  var story: [String] { decisions.map { "\(Int($0.time.seconds)) \($0.what)" } }
}
