extension Problem {
  /// The problem's stable name, which can be searched for.
  public var slug: String {
    switch self {
    case .file: "file"
    case .notUTF8, .controlCharacter: "encoding"
    case .tooLong, .tooManyValues: "range"
    case .tab: "tab"
    case .nesting: "nesting"
    case .syntax, .tag, .empty, .keyNotText: "syntax"
    case .undefinedAlias, .aliasAsKey, .aliasBudget: "alias"
    case .duplicateKey: "duplicate-key"
    case .unknownKey: "unknown-key"
    case .missingKey: "missing-key"
    case .type: "type"
    case .needsUnit, .unit: "unit"
    case .number: "number"
    case .range: "range"
    case .badName: "name"
    case .unknownName: "unknown-name"
    case .unknownMetric: "unknown-metric"
    case .version: "version"
    case .contradiction: "contradiction"
    case .noCurve: "no-curve"
    case .precision: "precision"
    case .memory: "memory"
    case .deadline: "deadline"
    case .routing: "routing"
    case .likeCycle: "like"
    case .trace: "trace-file"
    case .traceRow: "trace-row"
    case .measurements: "measurements"
    }
  }
}
