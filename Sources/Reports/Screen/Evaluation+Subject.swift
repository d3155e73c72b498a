import Experiments

extension Evaluation {
  /// The architecture that the answer is about, whose day is drawn.
  var subject: Int {
    switch headline {
    case .cheapest(let index, _), .indistinguishable(let index, _, _), .noneMeets(let index, _),
      .unsettled(let index), .single(let index):
      index
    }
  }
}
