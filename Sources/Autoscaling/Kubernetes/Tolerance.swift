/// How far a ratio of usage to target may be from 1 before anything changes.
///
/// Both ends belong to the band: 1 - down ≤ ratio ≤ 1 + up, as in Kubernetes from v1.33 on; before,
/// |1 - ratio| ≤ 0.1 left a ratio of exactly 1.1 outside, by the last bit of a Double.
public struct Tolerance: Hashable, Sendable {
  /// How far above 1, as a ratio; at least 0.
  public var up: Double
  /// How far below 1, as a ratio; at least 0, and above 1 nothing scales down.
  public var down: Double

  /// A tolerance; Kubernetes says a tenth each way.
  public init(up: Double = 0.1, down: Double = 0.1) {
    self.up = up
    self.down = down
  }

  /// Whether a ratio is close enough to 1; NaN is not.
  @inlinable package func holds(_ ratio: Double) -> Bool {
    1 - down <= ratio && ratio <= 1 + up
  }
}
