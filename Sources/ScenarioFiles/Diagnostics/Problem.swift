/// What can be wrong with a scenario: facts, worded in `Problem+Words.swift` alone.
public enum Problem: Hashable, Sendable {
  // The text.
  /// The file cannot be read.
  case file(FileProblem)
  /// The byte that is not UTF-8, counted from 0.
  case notUTF8(byte: Int)
  /// A character that no text file should hold.
  case controlCharacter(UInt32)
  /// More bytes than a scenario may have.
  case tooLong(bytes: Int, limit: Int)
  /// A tab where only spaces may indent.
  case tab
  /// Brackets or indentation deeper than the limit.
  case nesting(limit: Int)
  /// Not YAML; the parser's words.
  case syntax(String)
  /// A tag such as `!!int`.
  case tag
  /// Nothing in the file.
  case empty
  /// An alias without an anchor before it.
  case undefinedAlias(String)
  /// An alias in the place of a key.
  case aliasAsKey
  /// Aliases that stand for more nodes than the limit.
  case aliasBudget(limit: Int)
  /// More values than the limit.
  case tooManyValues(limit: Int)
  /// A list or a mapping in the place of a key.
  case keyNotText
  /// A key that the mapping has already.
  case duplicateKey(String)

  // The words.
  /// A key that means nothing there.
  case unknownKey(String, of: String, valid: [String])
  /// A key that must be there.
  case missingKey([String], of: String)
  /// A value of the wrong kind.
  case type(field: String, found: String, expected: String)
  /// A number that needs a unit.
  case needsUnit(field: String, quantity: Quantity, digits: String)
  /// A unit that does not fit.
  case unit(field: String, unit: String, quantity: Quantity)
  /// A number that is not written as one.
  case number(field: String, text: String, fault: NumberFault)
  /// A number outside its range; texts with units.
  case range(field: String, text: String, atLeast: String?, atMost: String?)
  /// A name that breaks the rule for names.
  case badName(String)
  /// A name of nothing.
  case unknownName(kind: String, name: String, valid: [String])
  /// An objective on something that is not measured.
  case unknownMetric(String)
  /// A version of the language that this program does not know.
  case version(String)

  // The sense.
  /// Two things that cannot both hold.
  case contradiction(Contradiction)
  /// Nothing says how fast a GPU serves a model.
  case noCurve(model: String, gpu: String, precision: String?, curves: [String])
  /// Several curves fit.
  case precision(model: String, gpu: String, choices: [String])
  /// Copies of a model do not fit a GPU.
  case memory(model: String, lanes: Int, needed: String, gpu: String, available: String)
  /// A deadline that the network alone breaks.
  case deadline(String, network: String)
  /// Requests have no stream to stick with.
  case routing(String, population: String)
  /// A chain of `like:` that comes back.
  case likeCycle([String])

  // The traces.
  /// A trace or table that lacks what is needed.
  case trace(TraceFault)
  /// A row that cannot be used; `alike` are the lines of others like it.
  case traceRow(RowFault, alike: [Int])

  // The measurements.
  /// A file of measurements that cannot be calibrated from.
  case measurements(MeasurementFault)

  /// Why a number was not understood.
  public enum NumberFault: Hashable, Sendable {
    /// Minutes or hours before a colon.
    case colon
    /// A zero in front.
    case leadingZero
    /// Not finite.
    case notFinite
    /// Anything else.
    case notNumber
  }

  /// What is wrong with a file of rows as a whole.
  public enum TraceFault: Hashable, Sendable {
    /// The file cannot be read.
    case unreadable(String, FileProblem)
    /// There is no row.
    case empty(String)
    /// Fewer rows than it takes to know the interval.
    case tooFewRows(String)
    /// A column that the header lacks.
    case noColumn(String, file: String, columns: [String])
    /// The rows end before the measured span does.
    case short(covers: String, needed: String)
    /// No arrival within the measured span.
    case noneMeasured
    /// More rows than the limit.
    case tooManyRows(limit: Int)
  }

  /// What is wrong with a row.
  public enum RowFault: Hashable, Sendable {
    /// A field that is missing.
    case missing(column: String)
    /// A field that is not what it should be.
    case value(column: String, text: String, expected: String)
    /// A time that does not come after the one before.
    case notAscending(column: String, text: String, before: String)
    /// A step that differs from the first.
    case unequalStep(column: String, step: String, first: String)
  }
}

/// Why a file could not be read.
public enum FileProblem: Error, Hashable, Sendable {
  /// There is no such file.
  case notFound
  /// It is a folder.
  case isFolder
  /// The system refuses.
  case notReadable
  /// It has more bytes than the limit.
  case tooLarge(limit: Int)
}
