public import Capacity
public import Kernel

/// A model with the service curves that somebody measured and published.
public struct CatalogModel: Sendable {
  /// The name, `[a-z0-9][a-z0-9._-]*`.
  public var name: String
  /// What it does, on what input, and how it was measured.
  public var about: String
  /// One for each GPU and precision that was measured.
  public var curves: [ServiceCurve]
  /// GPU memory that one copy needs, or nil when unknown.
  public var memory: Bytes?
  /// The size of its file, or nil when unknown.
  public var size: Bytes?

  /// A model and its curves.
  public init(
    name: String, about: String, curves: [ServiceCurve], memory: Bytes? = nil, size: Bytes? = nil
  ) {
    self.name = name
    self.about = about
    self.curves = curves
    self.memory = memory
    self.size = size
  }
}
