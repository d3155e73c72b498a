/// What a word of headroom means, why it matters and what to do about it.
public struct Explanation: Hashable, Sendable {
  /// The word as it is printed and written.
  public let word: String
  /// What sort of word it is.
  public let kind: Kind
  /// What its values are measured in, or empty.
  public let unit: String
  /// The explanation itself.
  public let text: Text

  /// The sorts of words, in the order in which they are listed.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A problem of a scenario, printed as `error[…]`.
    case diagnostic
    /// Why a command stops, printed as `error[…]`.
    case refusal
    /// A fact about results that a reader must know.
    case warning
    /// A figure that an objective can limit.
    case metric
    /// What money went to, in `costs.csv`.
    case category
    /// What the control plane did, in `decisions.csv`.
    case decision
    /// Why an autoscaler or a node provisioner did it, in `decisions.csv`.
    case reason
    /// A word of screens, reports and files.
    case word

    /// What a list of them is headed by.
    var heading: String {
      switch self {
      case .diagnostic: "problems of a scenario"
      case .refusal: "why a command stops"
      case .warning: "warnings about results"
      case .metric: "metrics"
      case .category: "what money goes to (costs.csv)"
      case .decision: "what was decided (decisions.csv)"
      case .reason: "why (decisions.csv)"
      case .word: "words"
      }
    }

    /// What one of them is called.
    var noun: String {
      switch self {
      case .diagnostic, .refusal: "error"
      case .category: "category of costs.csv"
      case .decision: "decision of decisions.csv"
      case .reason: "reason of decisions.csv"
      case .warning, .metric, .word: rawValue
      }
    }
  }

  /// Sentences; any white space in them is a blank.
  public struct Text: Hashable, Sendable {
    /// What it is, with the denominator of a share.
    public let meaning: String
    /// Why it matters, or empty.
    public let reason: String
    /// What to do about it, or empty.
    public let advice: String

    init(_ meaning: String, because reason: String = "", advice: String = "") {
      self.meaning = meaning
      self.reason = reason
      self.advice = advice
    }
  }

  init(_ word: String, _ kind: Kind, unit: String = "", _ text: Text) {
    self.word = word
    self.kind = kind
    self.unit = unit
    self.text = text
  }
}
