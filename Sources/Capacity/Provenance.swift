/// Where a figure that a run leans on comes from.
public struct Provenance: Hashable, Sendable {
  /// How well a figure is known.
  public enum Quality: String, Hashable, Sendable {
    /// Measured on the system in question; the scenario says so.
    case measured
    /// Fitted to measurements by `headroom calibrate`.
    case calibrated
    /// From the built-in catalog, with source and date.
    case catalog
    /// Nobody vouches for it: a bare number in the scenario, or a default.
    case assumed
  }

  /// What is vouched for, such as `curve light on T4` or `price g4dn.xlarge on demand`.
  public var subject: String
  /// The figure as text, such as `$0.526/h`.
  public var value: String
  /// How well it is known.
  public var quality: Quality
  /// Who says so; empty when nobody does.
  public var source: String
  /// The date of the figure, `YYYY-MM-DD`, or empty.
  public var date: String

  /// A figure with its source.
  public init(
    subject: String, value: String, quality: Quality, source: String = "", date: String = ""
  ) {
    self.subject = subject
    self.value = value
    self.quality = quality
    self.source = source
    self.date = date
  }
}
