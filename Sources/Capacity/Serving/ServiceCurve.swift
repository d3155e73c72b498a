public import Kernel

/// The time of a batch by its size, of one model on one GPU at one precision.
public struct ServiceCurve: Hashable, Sendable {
  /// The form of a curve; times are positive and in seconds.
  public enum Shape: Hashable, Sendable {
    /// Measured points, batch sizes ascending; linear between them, and beyond the last by its
    /// last slope (by proportion when there is one point).
    case table([Point])
    /// `base + perItem·b`.
    case affine(base: Double, perItem: Double)
    /// `(floor^p + (perItem·b)^p)^(1/p)`: a floor for small batches, a slope for large ones.
    case smoothMax(floor: Double, perItem: Double, sharpness: Double)
    /// Drawn anew for each batch, whatever its size.
    case random(Distribution)
  }

  /// One measured point.
  public struct Point: Hashable, Sendable {
    /// The batch size; at least one.
    public var batch: Int
    /// The time of the batch in seconds; positive.
    public var seconds: Double

    /// A batch size and its time.
    public init(batch: Int, seconds: Double) {
      self.batch = batch
      self.seconds = seconds
    }
  }

  /// The GPU's name, as in the catalog or the scenario's instances.
  public var gpu: String
  /// The precision, such as `fp16`, or nil when the model has one only.
  public var precision: String?
  /// The form and its figures.
  public var shape: Shape
  /// The coefficient of variation of a batch's time about the curve; 0 is constant.
  public var cv: Double
  /// The throughput of k copies on one GPU over that of one, for k from 1 (so it starts with 1);
  /// empty when nobody measured it: then copies share the throughput of one.
  public var sharing: [Double]
  /// The largest batch that was measured, or nil when nothing says.
  public var measuredUpTo: Int?
  /// Where the curve comes from.
  public var provenance: Provenance

  /// A curve of the given form.
  public init(
    gpu: String, precision: String? = nil, shape: Shape, cv: Double = 0, sharing: [Double] = [],
    measuredUpTo: Int? = nil,
    provenance: Provenance = Provenance(subject: "curve", value: "", quality: .assumed)
  ) {
    self.gpu = gpu
    self.precision = precision
    self.shape = shape
    self.cv = cv
    self.sharing = sharing
    self.measuredUpTo = measuredUpTo
    self.provenance = provenance
  }
}
