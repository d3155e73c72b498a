public import Experiments

/// All scenarios of one call, ready to be shown and written.
public struct CheckSuite: Sendable {
  /// What becomes of a call in which nothing fails and something is open.
  public enum Unsettled: String, Sendable, CaseIterable {
    /// It has a status of its own.
    case tell
    /// It counts as a failure.
    case fail
    /// It passes.
    case pass
  }

  /// One for each scenario, in the order of the call; at least one.
  public let reports: [CheckReport]
  /// What an open verdict counts as.
  public let unsettled: Unsettled
  /// The version of headroom.
  public let version: String

  /// The scenarios of one call.
  public init(_ reports: [CheckReport], unsettled: Unsettled = .tell, version: String) {
    precondition(!reports.isEmpty, "a check needs a scenario")
    self.reports = reports
    self.unsettled = unsettled
    self.version = version
  }

  /// The suite of one scenario alone.
  public func alone(_ index: Int) -> CheckSuite {
    CheckSuite([reports[index]], unsettled: unsettled, version: version)
  }

  /// Over everything checked, whatever an open verdict counts as.
  public var verdict: Verdict { .all(reports.map(\.check.verdict)) }

  /// The status to exit with: 0, 1 when something fails, 3 when something is open only.
  public var exitStatus: Int32 {
    switch verdict {
    case .holds: 0
    case .fails: 1
    case .unsettled: unsettled == .tell ? 3 : unsettled == .fail ? 1 : 0
    }
  }

  /// How many items have a verdict.
  func count(_ verdict: Verdict) -> Int {
    reports.reduce(0) { $0 + $1.check.count(verdict) }
  }

  func blocks(style: Style) -> [CheckBlock] { reports.flatMap { $0.blocks(style: style) } }
}
