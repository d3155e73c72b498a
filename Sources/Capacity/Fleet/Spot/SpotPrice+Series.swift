public import Kernel

extension SpotPrice {
  /// The price from `start` until `end`, step by step; before and after it the nearest holds.
  ///
  /// `end` must not be before `start`. O(log steps of the trace + steps between them).
  public func series(from start: SimTime, until end: SimTime) -> PriceSeries {
    guard case .trace(let trace) = self else { return PriceSeries(price(at: start)) }
    var (index, into) = trace.place(of: start)
    let initial = trace.steps[index].value
    var steps: [PriceSeries.Step] = []
    var instant = start
    while let next = trace.next(after: index) {
      instant += next.gap - into
      guard instant < end else { break }
      into = .zero
      index = next.index
      steps.append(.init(start: instant, price: trace.steps[index].value))
    }
    return PriceSeries(initial, steps: steps)
  }
}
