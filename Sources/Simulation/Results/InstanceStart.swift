public import Kernel

/// What is known of an instance's start beyond its main stages.
public struct InstanceStart: Hashable, Sendable {
  /// When it was asked for.
  public var asked: SimTime?
  /// When the GPU's driver ran.
  public var driverReady: SimTime?
  /// When it came to the warm pool.
  public var warm: SimTime?
  /// When it was taken from the warm pool.
  public var woken: SimTime?
  /// The bytes of image and model that it fetched; 0 for those that it found on a disk.
  public var imageBytes: Int64
  /// The bytes of the model.
  public var modelBytes: Int64

  /// What is known of a start.
  package init(
    asked: SimTime? = nil, driverReady: SimTime? = nil, warm: SimTime? = nil,
    woken: SimTime? = nil, imageBytes: Int64 = 0, modelBytes: Int64 = 0
  ) {
    self.asked = asked
    self.driverReady = driverReady
    self.warm = warm
    self.woken = woken
    self.imageBytes = imageBytes
    self.modelBytes = modelBytes
  }
}
