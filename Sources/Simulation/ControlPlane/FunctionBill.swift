import Capacity
import Kernel

/// What one instance of a serverless pool did and cost within the measured span.
///
/// Parts of a charge are differences of it, so they add up to the whole.
struct FunctionBill {
  let life: InstanceLife
  /// The time between launch and end within the measured span.
  let lived: SimDuration
  private var amounts: [Amount] = []

  private typealias Amount = (category: LedgerLine.Category, amount: Money)

  /// The bill; `provisioned` is its share of what is paid for instances kept ready.
  init(
    _ state: FunctionLife, pool: Pool, layer: FunctionLayer, lanes: Int, clock: Clock,
    provisioned: Money
  ) {
    let gone = SimTime(nanoseconds: min(state.gone, clock.end.nanoseconds))
    let launched = SimTime(nanoseconds: state.launched)
    lived = gone - max(launched, .zero)
    switch layer.billing {
    case .container(let rule):
      amounts = Self.amounts(state, rule, until: gone, lanes: lanes)
    case .request(let rule, let kept):
      let execution = state.isProvisioned ? kept?.execution ?? rule : rule
      amounts = Self.amounts(state.use, execution) + [(.provisioned, provisioned)]
    }
    func reached(_ instant: Int64) -> SimTime? {
      instant <= gone.nanoseconds ? SimTime(nanoseconds: instant) : nil
    }
    life = InstanceLife(
      pool: pool.name, number: Int(state.number), type: pool.instance.name,
      purchase: state.isProvisioned ? "provisioned" : "serverless", launched: launched,
      booted: reached(state.booted), imaged: reached(state.imaged),
      loaded: reached(state.loaded), ready: reached(state.ready), gone: gone,
      end: state.gone == .max ? .running : .expired,
      cost: amounts.reduce(.zero) { $0 + $1.amount })
  }

  /// Instances paid for their life: what granules add to its states is the minimum.
  private static func amounts(
    _ state: FunctionLife, _ rule: ContainerBilling, until gone: SimTime, lanes: Int
  ) -> [Amount] {
    let launched = SimTime(nanoseconds: state.launched)
    let first = max(launched, .zero)
    let total = rule.charge(from: launched, until: gone) - rule.charge(from: launched, until: first)
    func exact(_ time: SimDuration) -> Money {
      rule.resources.reduce(.zero) { $0 + $1.cost(of: time) }
    }
    let readyAt = min(max(SimTime(nanoseconds: state.ready), first), gone)
    // A granule begun before the span has paid for a part of it.
    let lived = min(exact(gone - first), total)
    let starting = min(exact(readyAt - first), lived)
    let busy = min(
      exact(SimDuration(nanoseconds: state.busy / Int64(lanes))), lived - starting)
    return [
      (.starting, starting), (.busy, busy), (.idle, lived - starting - busy),
      (.minimum, total - lived),
    ]
  }

  /// Requests paid for one by one: their number, their time, and what a start adds to it.
  private static func amounts(
    _ use: FunctionUse, _ rule: RequestBilling
  ) -> [Amount] {
    let fees = use.charge(rule, execution: false, initialisation: false)
    let run = use.charge(rule, execution: true, initialisation: false)
    let whole = use.charge(rule, execution: true, initialisation: true)
    return [(.requests, fees), (.busy, run - fees), (.starting, whole - run)]
  }

  func amount(_ category: LedgerLine.Category) -> Money {
    amounts.first { $0.category == category }?.amount ?? .zero
  }
}

extension FunctionUse {
  /// What the requests cost, with their time or parts of it.
  func charge(_ rule: RequestBilling, execution: Bool, initialisation: Bool) -> Money {
    var left = (execution ? self.execution : 0) + (initialisation ? self.initialisation : 0)
    var sum = rule.charge(requests: requests, billedTime: .zero)
    // Many instances together have more time than a `SimDuration` holds.
    let most = Int128(1 << 62)
    while left > 0 {
      let part = Swift.min(left, most)
      sum += rule.charge(requests: 0, billedTime: SimDuration(nanoseconds: Int64(part)))
      left -= part
    }
    return sum
  }
}
