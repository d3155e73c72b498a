extension Problem {
  /// The problem's stable name, which can be searched for and explained.
  public var slug: String { kind.rawValue }

  /// Which kind of problem it is.
  public var kind: Slug {
    switch self {
    case .file: .file
    case .notUTF8, .controlCharacter: .encoding
    case .tooLong, .tooManyValues: .range
    case .tab: .tab
    case .nesting: .nesting
    case .syntax, .tag, .empty, .keyNotText: .syntax
    case .undefinedAlias, .aliasAsKey, .aliasBudget: .alias
    case .duplicateKey: .duplicateKey
    case .unknownKey: .unknownKey
    case .missingKey: .missingKey
    case .type: .type
    case .needsUnit, .unit: .unit
    case .number: .number
    case .range: .range
    case .badName: .name
    case .unknownName: .unknownName
    case .unknownMetric: .unknownMetric
    case .version: .version
    case .contradiction: .contradiction
    case .noCurve: .noCurve
    case .precision: .precision
    case .memory: .memory
    case .deadline: .deadline
    case .routing: .routing
    case .likeCycle: .like
    case .trace: .traceFile
    case .traceRow: .traceRow
    case .measurements: .measurements
    }
  }
}
