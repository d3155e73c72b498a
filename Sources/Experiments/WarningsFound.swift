public import Capacity
import Kernel
import Simulation
import Statistics

extension Warning {
  /// Everything found, the worst kind first, then in the order of the scenario.
  static func found(
    in comparison: Comparison, summaries: [ArchitectureSummary]
  ) -> [Warning] {
    let results = comparison.results
    var found: [Warning] = []
    // First those that rule an architecture out, then those of few replications.
    for disqualifying in [true, false] {
      found += summaries.enumerated().compactMap { index, summary in
        summary.overload.flatMap {
          $0.isDisqualifying == disqualifying ? .overloaded(architecture: index, $0) : nil
        }
      }
    }
    found += results.indices.compactMap { index in
      guard summaries[index].overload == nil else { return nil }
      return backlog(results[index]).map { .notSteady(architecture: index, backlog: $0) }
    }
    found += shares(.beyondCurve, over: 0, summaries).map {
      .beyondCurve(architecture: $0.index, share: $0.share)
    }
    found += shares(.atMaximum, over: 0.01, summaries).map {
      .atMaximum(architecture: $0.index, share: $0.share)
    }
    if let horizon = shortHorizon(comparison.scenario) { found.append(horizon) }
    let given = comparison.scenario.clock.warmUp
    if let suggested = comparison.suggestedWarmUp, suggested > given {
      found.append(.shortWarmUp(given: given, suggested: suggested))
    }
    if let outcome = comparison.precision, !outcome.isReached { found.append(.imprecise(outcome)) }
    if comparison.replications < 3 { found.append(.fewReplications(comparison.replications)) }
    return found + oldPrices(comparison.scenario) + unsourcedCurves(results)
  }

  private static func shares(
    _ metric: Metric, over limit: Double, _ summaries: [ArchitectureSummary]
  ) -> [(index: Int, share: Double)] {
    summaries.indices.compactMap { index in
      guard let share = summaries[index][metric]?.mean, share > limit else { return nil }
      return (index, share)
    }
  }

  /// The mean backlog at the end, when it is surely above that at the beginning, at least twice
  /// it, and more than a second of work.
  private static func backlog(_ result: ArchitectureResult) -> Double? {
    var begins: [Double] = []
    var ends: [Double] = []
    var answered: Int64 = 0
    var seconds = 0.0
    for digest in result.replications {
      guard let first = digest.timeline.first, let last = digest.timeline.last else { continue }
      begins.append(Double(first.waiting))
      ends.append(Double(last.waiting))
      answered += digest.timeline.reduce(0) { $0 + $1.outcomes[.served] + $1.outcomes[.late] }
      seconds += (last.start + last.length - first.start).seconds
    }
    guard let growth = PairedComparison(baseline: begins, candidate: ends)?.interval,
      let begin = StudentInterval(begins), let end = StudentInterval(ends)
    else { return nil }
    let isGrowing = (growth.low ?? 0) > 0 && end.mean >= 2 * begin.mean
    return isGrowing && end.mean * seconds > Double(answered) ? end.mean : nil
  }

  private static func oldPrices(_ scenario: Scenario) -> [Warning] {
    guard let start = civilDay(scenario.clock.start) else { return [] }
    return scenario.provenance.compactMap { entry in
      guard entry.subject.hasPrefix("price"), let day = civilDay(entry.date) else { return nil }
      let isSpot = entry.subject.split(separator: " ").contains("spot")
      let age = start - day
      guard age > (isSpot ? 30 : 365) else { return nil }
      return .oldPrice(subject: entry.subject, date: entry.date, days: age)
    }
  }

  /// Days since 1970-01-01 of a text that begins `YYYY-MM-DD`, by the Gregorian calendar.
  private static func civilDay(_ text: String) -> Int? {
    let parts = text.prefix(10).split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    // Years that begin in March, so that the leap day is the last (Hinnant 2013, days_from_civil).
    let y = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return 365 * y + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468
  }

  private static func unsourcedCurves(_ results: [ArchitectureResult]) -> [Warning] {
    var subjects: [String] = []
    for result in results {
      for subject in result.architecture.unsourcedCurves where !subjects.contains(subject) {
        subjects.append(subject)
      }
    }
    return subjects.isEmpty ? [] : [.unsourcedCurves(subjects)]
  }
}

extension Architecture {
  /// The service curves that it uses and nobody vouches for, such as `light on T4`.
  public var unsourcedCurves: [String] {
    var subjects: [String] = []
    for pool in pools {
      let gpu = pool.instance.gpu
      let curve = serving.model.curve(on: gpu, precision: serving.precision)
      let subject = "\(serving.model.name) on \(gpu)"
      if curve?.provenance.quality == .assumed, !subjects.contains(subject) {
        subjects.append(subject)
      }
    }
    return subjects
  }
}
