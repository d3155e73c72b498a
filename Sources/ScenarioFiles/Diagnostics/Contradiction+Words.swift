extension Contradiction {
  var words: ProblemWords {
    switch self {
    case .minAboveMax(let low, let lowText, let high, let highText):
      .init(
        "`\(low)` is \(lowText) and `\(high)` is \(highText)",
        remedy: "raise \(high) or lower \(low)")
    case .either(let a, let b):
      .init("`\(a)` and `\(b)` cannot both be given", remedy: "keep one of them")
    case .streamOnly(let key):
      .init(
        "`\(key)` is for stream populations, and this one makes requests",
        remedy: "add `stream:` or take it out")
    case .requestOnly(let key):
      .init(
        "`\(key)` is for populations that make requests, and this one has streams",
        remedy: "use `concurrent` or `rate`")
    case .factorOfFixed(let key, let base):
      .init(
        "`\(key)` changes `concurrent` or `rate`, and the sessions come from `\(base)`",
        remedy: "take one of them out")
    case .autoscalerOnFixed(let pool):
      .init(
        "an autoscaler cannot change `\(pool)`, which has a `count`", remedy: "give min and max")
    case .twoAutoscalers(let pool):
      .init("`\(pool)` has two autoscalers", remedy: "keep one of them")
    case .neverWakes(let pool):
      .init(
        "`\(pool)` may go to zero, and a mean over no replica would never bring it back",
        remedy: "give the pool a min of 1, or watch a total such as arrival_rate")
    case .mixedSteps:
      .init(
        "the steps of one alarm mean different things",
        remedy: "let all of them add or remove replicas, a percentage, or set a number")
    case .bursts(let height, let most):
      .init(
        "bursts \(height) high leave nothing for the time between them",
        remedy: "at most (on + off) / on, \(most) here")
    case .notAscending(let key): .init("the values of `\(key)` must ascend")
    case .count(let field, let found, let wanted):
      .init("`\(field)` has \(found) values, expected \(wanted)")
    case .fallingCurve:
      .init(
        "the largest batch is faster than the one before it",
        help: "beyond its last point the curve goes on with its last slope, and would reach zero")
    case .paidByTheMonth(let key, let instance):
      .init(
        "`\(key)` is for rented instances, and `\(instance)` is paid by the month",
        remedy: "take one of them out")
    case .notCommittable(let pool):
      .init(
        "`\(pool)` is not rented on demand, and commitments cover nothing else",
        remedy: "name a pool without `spot`, `monthly` and `function`")
    case .nothingCommittable:
      .init(
        "the savings plan covers nothing: no pool is rented on demand",
        remedy: "take it out, or rent a pool without `spot`, `monthly` and `function`")
    case .partOfGPU(let replicas, let instance, let gpus):
      .init(
        "the GPUs of a \(instance), \(gpus), cannot be shared out to \(replicas) replicas",
        remedy: "one of: "
          + (1...max(1, gpus)).filter { gpus % $0 == 0 }.map { "\($0)" }.joined(separator: ", "))
    case .functionBeside(let pool):
      .init(
        "`\(pool)` is serverless, and an architecture that has a serverless pool has no other",
        remedy: "make it an architecture of its own")
    case .functionOfBoth(let pool):
      .init(
        "`\(pool)` is serverless and would serve both streams and requests",
        help: "an instance takes requests one by one or keeps a stream, not both")
    case .requestTime(let key, let population):
      .init(
        "`\(key)` is the time of a request, and `\(population)` has streams",
        remedy: "give the model a curve and the pool a start")
    case .requestBilling(let population):
      .init(
        "the pool is paid by the request, and `\(population)` has streams",
        remedy: "let `container` be paid")
    case .mixedUnits(let key):
      .init(
        "the values of `\(key)` are by the GB and by the GiB", remedy: "give all by one of them")
    case .lastTierEnds:
      .init("nothing says what volume past the last tier costs", remedy: "leave its `to` out")
    case .zoneTwice(let zone):
      .init("the zone `\(zone)` is named twice", remedy: "keep one of them")
    case .sharingGap(let copies): .init("`sharing` says nothing of \(copies) copies")
    }
  }
}

extension Diagnostic.Note.Relation {
  /// What the other place is.
  var words: String {
    switch self {
    case .firstGiven: "first given here"
    case .otherSide: "at odds with this"
    case .anchored: "the value that the alias stands for"
    case .namedHere: "the file is named here"
    }
  }
}
