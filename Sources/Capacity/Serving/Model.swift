public import Kernel

/// A model with the time it takes on each GPU.
public struct Model: Sendable {
  /// The name, `[a-z0-9][a-z0-9._-]*`.
  public var name: String
  /// One curve for each GPU and precision it was measured on.
  public var curves: [ServiceCurve]
  /// GPU memory that one copy needs, or nil when unknown.
  public var memory: Bytes?
  /// The size of its file, loaded at each cold start, or nil when unknown.
  public var size: Bytes?

  /// A model and its curves.
  public init(
    name: String, curves: [ServiceCurve], memory: Bytes? = nil, size: Bytes? = nil
  ) {
    self.name = name
    self.curves = curves
    self.memory = memory
    self.size = size
  }

  /// The curve on `gpu` at `precision`; without a precision the only curve on that GPU, or nil.
  public func curve(on gpu: String, precision: String?) -> ServiceCurve? {
    let candidates = curves.filter { $0.gpu == gpu }
    guard let precision else { return candidates.count == 1 ? candidates[0] : nil }
    return candidates.first { $0.precision == precision }
  }
}
