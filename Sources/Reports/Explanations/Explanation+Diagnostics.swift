import ScenarioFiles

extension Explanation.Text {
  /// What a problem of a scenario is, and what to do about it.
  init(_ slug: Problem.Slug) {
    self =
      switch slug {
      case .file: DiagnosticTexts.file
      case .encoding: DiagnosticTexts.encoding
      case .range: DiagnosticTexts.range
      case .tab: DiagnosticTexts.tab
      case .nesting: DiagnosticTexts.nesting
      case .syntax: DiagnosticTexts.syntax
      case .alias: DiagnosticTexts.alias
      case .duplicateKey: DiagnosticTexts.duplicateKey
      case .unknownKey: DiagnosticTexts.unknownKey
      case .missingKey: DiagnosticTexts.missingKey
      case .type: DiagnosticTexts.type
      case .unit: DiagnosticTexts.unit
      case .number: DiagnosticTexts.number
      case .name: DiagnosticTexts.name
      case .unknownName: DiagnosticTexts.unknownName
      case .unknownMetric: DiagnosticTexts.unknownMetric
      case .version: DiagnosticTexts.version
      case .contradiction: DiagnosticTexts.contradiction
      case .noCurve: DiagnosticTexts.noCurve
      case .precision: DiagnosticTexts.precision
      case .memory: DiagnosticTexts.memory
      case .deadline: DiagnosticTexts.deadline
      case .routing: DiagnosticTexts.routing
      case .like: DiagnosticTexts.like
      case .traceFile: DiagnosticTexts.traceFile
      case .traceRow: DiagnosticTexts.traceRow
      case .measurements: DiagnosticTexts.measurements
      }
  }
}
