public import Kernel

/// What an instance goes through between launch and ready; each in seconds, one after the other.
public struct ColdStart: Hashable, Sendable {
  /// Until the machine runs its operating system.
  public var boot: Distribution
  /// Until the container image is there.
  public var image: Distribution
  /// Until the model is in the GPU's memory.
  public var load: Distribution
  /// Until the first inferences have been run and thrown away.
  public var warmUp: Distribution

  /// A cold start; stages that are not given take no time.
  public init(
    boot: Distribution = .constant(0), image: Distribution = .constant(0),
    load: Distribution = .constant(0), warmUp: Distribution = .constant(0)
  ) {
    self.boot = boot
    self.image = image
    self.load = load
    self.warmUp = warmUp
  }

  /// The time from launch to ready that few instances exceed: the sum of the 95th percentiles of
  /// the stages, which is more than the 95th percentile of the sum.
  public var lengthSeldomExceeded: SimDuration {
    let stages = [boot, image, load, warmUp]
    return SimDuration(seconds: stages.reduce(0) { $0 + Swift.max(0, $1.draw(0.95)) })
  }
}
