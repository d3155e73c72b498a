import Capacity
public import Experiments
import Kernel

/// One scenario's check with all that is said about it. It keeps figures and sentences, not the
/// results behind them, so that many scenarios can be checked in one call.
public struct CheckReport: Sendable {
  /// Something that a reader must know.
  struct Warning: Sendable {
    var slug: String
    /// The architecture that it is about, or nil for the whole run.
    var architecture: String?
    /// The sentence, without the slug.
    var text: String
  }

  /// Objectives and regressions.
  public let check: Check
  /// The worst first, then what concerns the baseline.
  let warnings: [Warning]
  /// What the figures lean on.
  let provenance: [Provenance]
  /// Where failures crowd, by the name of the architecture.
  let reasons: [(architecture: String, text: String)]

  /// Checks the results of a report.
  public init(
    _ report: Report, baseline: Baseline? = nil, tolerances: CheckTolerances = CheckTolerances()
  ) {
    let check = Check(
      report.comparison, evaluation: report.evaluation, origin: BaselineOrigin(report),
      baseline: baseline, tolerances: tolerances)
    self.check = check
    provenance = report.comparison.scenario.provenance
    warnings =
      report.evaluation.warnings.map { warning in
        Warning(
          slug: warning.slug,
          architecture: warning.architecture.map { report.evaluation.summaries[$0].name },
          text: report.sentence(warning))
      } + Self.baselineWarnings(check)
    reasons = check.architectures.indices.compactMap { index in
      CheckReason(report, check, architecture: index).map {
        (check.architectures[index].name, $0.text)
      }
    }
  }

  private static func baselineWarnings(_ check: Check) -> [Warning] {
    var warnings: [Warning] = []
    if case .unpaired(let obstacles) = check.pairing {
      let reasons = Words.list(obstacles.map(\.words))
      warnings.append(
        Warning(
          slug: "baseline-unpaired",
          text: "the baseline has \(reasons); it is compared as an independent sample, with "
            + "wider intervals."))
    }
    for architecture in check.architectures {
      if architecture.isNew {
        warnings.append(
          Warning(
            slug: "baseline-new", architecture: architecture.name,
            text: "the baseline does not have \(architecture.name), so its changes are not "
              + "judged."))
      }
      for (metric, doubt) in architecture.unjudged {
        warnings.append(
          Warning(
            slug: "baseline-unjudged", architecture: architecture.name,
            text: "the change of \(metric.words) of \(architecture.name) is not judged: "
              + "\(doubt.words)."))
      }
    }
    return warnings
  }

  /// Each architecture with its items as rows.
  func blocks(style: Style) -> [CheckBlock] {
    check.architectures.map { architecture in
      CheckBlock(
        scenario: check.origin.scenario, architecture: architecture,
        rows: architecture.items.map {
          CheckRow($0, style: style, replications: check.origin.replications)
        })
    }
  }
}

/// One architecture of one scenario with its rows.
struct CheckBlock {
  let scenario: String
  let architecture: CheckArchitecture
  let rows: [CheckRow]
  var verdict: Verdict { architecture.verdict }

  /// How many objectives and regressions hold, such as `2 objectives and 3 changes hold`.
  var holding: String {
    let objectives = rows.count - architecture.regressions.count
    let changes = architecture.regressions.count
    let first = Words.count(objectives, "objective")
    if changes == 0 { return first + (objectives == 1 ? " holds" : " hold") }
    return "\(first) and \(Words.count(changes, "change")) hold"
  }
}

extension BaselinePairing.Obstacle {
  var words: String {
    switch self {
    case .seed(let was, let now): "seed \(was), this run \(now)"
    case .version(let was, let now): "version \(was), this run \(now)"
    case .demand: "other users"
    case .clock: "another span, start, warm-up or month"
    }
  }
}

extension BaselineOrigin {
  /// What decided the users of a report's results.
  init(_ report: Report) {
    let scenario = report.comparison.scenario
    let clock = scenario.clock
    let clockText =
      "\(clock.start) \(clock.startTimeOfDay.nanoseconds) \(clock.startWeekday) "
      + "\(clock.measure.nanoseconds) \(clock.warmUp.nanoseconds) \(clock.month.nanoseconds)"
    // The value types print all their parts, in the order of the source; none has a hash order.
    self.init(
      scenario: scenario.name, version: report.version, seed: scenario.seed,
      replications: report.comparison.replications,
      demandDigest: Digest.fnv1a(String(reflecting: scenario.populations)),
      clockDigest: Digest.fnv1a(clockText))
  }
}
