public import Kernel

extension SpotPrice {
  /// The price from `start` until `end`, step by step; before and after it the nearest holds.
  ///
  /// `end` must not be before `start`. O(steps between them).
  public func series(from start: SimTime, until end: SimTime) -> PriceSeries {
    guard case .trace(let trace) = self else { return PriceSeries(price(at: start)) }
    var steps: [PriceSeries.Step] = []
    var instant = start
    while let change = trace.change(after: instant), change.at < end {
      steps.append(.init(start: change.at, price: change.value))
      instant = change.at
    }
    return PriceSeries(trace.value(at: start), steps: steps)
  }
}
