import Experiments

extension CheckSuite {
  /// The verdict in a sentence or two: what decides, with figure and limit, then the counts.
  public var headline: String { headline(style: Style()) }

  func headline(style: Style) -> String {
    guard let decisive = decisive(style: style) else { return "HOLDS: nothing is asked." }
    let row = decisive.row
    let subject = "\(decisive.place)\(row.name) \(row.phrase)"
    switch verdict {
    case .fails: return "FAILS: \(subject). \(counts(except: .fails))"
    case .unsettled:
      return "UNSETTLED: \(subject). \(counts(except: .unsettled))\(policyWords)"
    case .holds:
      let count = count(.holds)
      let all = count == 1 ? "the one thing asked holds:" : "all \(count) hold; the nearest is"
      return "HOLDS: \(all) \(subject)."
    }
  }

  /// The row that decides, and where it is, such as `avatar, l4: `; the place says no more than
  /// is needed to tell it from the others.
  func decisive(style: Style) -> (place: String, row: CheckRow)? {
    var best: (report: CheckReport, architecture: CheckArchitecture, item: CheckItem)?
    for report in reports where report.check.verdict == verdict {
      guard let found = report.check.decisive else { continue }
      let architecture = report.check.architectures[found.architecture]
      let item = architecture.items[found.item]
      if best.map({ item.outweighs($0.item) }) ?? true { best = (report, architecture, item) }
    }
    guard let best else { return nil }
    var parts: [String] = []
    if reports.count > 1 { parts.append(best.report.check.origin.scenario) }
    if reports.count > 1 || best.report.check.architectures.count > 1 {
      parts.append(best.architecture.name)
    }
    let row = CheckRow(
      best.item, style: style, replications: best.report.check.origin.replications)
    return (parts.isEmpty ? "" : parts.joined(separator: ", ") + ": ", row)
  }

  /// How many others have which verdict; `told` is the verdict of the one that was told.
  private func counts(except told: Verdict) -> String {
    var parts: [String] = []
    let fails = count(.fails) - (told == .fails ? 1 : 0)
    let open = count(.unsettled) - (told == .unsettled ? 1 : 0)
    let holds = count(.holds)
    if fails > 0 { parts.append("\(fails) more \(fails == 1 ? "fails" : "fail")") }
    if open > 0 {
      let more = told == .unsettled ? " more" : ""
      parts.append("\(open)\(more) \(open == 1 ? "is" : "are") not settled")
    }
    if holds > 0 { parts.append("\(holds) \(holds == 1 ? "holds" : "hold")") }
    return parts.isEmpty ? "Nothing else was asked." : parts.joined(separator: ", ") + "."
  }

  private var policyWords: String {
    switch unsettled {
    case .tell: ""
    case .fail: " It counts as a failure (--unsettled fail)."
    case .pass: " It passes all the same (--unsettled pass)."
    }
  }
}
