public import Kernel

/// What an instance goes through between being asked for and ready; times in seconds, one stage
/// after the other.
public struct ColdStart: Hashable, Sendable {
  /// Until the provider has a machine; not billed.
  public var provision: Distribution
  /// Until the machine runs its operating system.
  public var boot: Distribution
  /// Until the GPU's driver runs.
  public var driver: Distribution
  /// Until the container image is there, when it is fetched and nothing else is.
  public var image: Distribution
  /// Until the model is in the GPU's memory, when it is fetched.
  public var load: Distribution
  /// Until the first inferences have been run and thrown away.
  public var warmUp: Distribution
  /// What the image is and where it stays; `image` is how long it takes to fetch.
  public var imageSource: Artifact
  /// What the model's file is and where it stays; `load` is how long it takes to fetch.
  public var modelSource: Artifact

  /// A cold start; stages that are not given take no time.
  public init(
    provision: Distribution = .constant(0), boot: Distribution = .constant(0),
    driver: Distribution = .constant(0), image: Distribution = .constant(0),
    load: Distribution = .constant(0), warmUp: Distribution = .constant(0),
    imageSource: Artifact = Artifact(cache: .node), modelSource: Artifact = Artifact()
  ) {
    self.provision = provision
    self.boot = boot
    self.driver = driver
    self.image = image
    self.load = load
    self.warmUp = warmUp
    self.imageSource = imageSource
    self.modelSource = modelSource
  }

  /// The time from the order to ready that few instances exceed: the sum of the 95th percentiles
  /// of the stages, which is more than the 95th percentile of the sum.
  public var lengthSeldomExceeded: SimDuration {
    let stages = [
      provision, boot, driver, imageSource.cache == .baked ? imageSource.hit : image,
      modelSource.cache == .baked ? modelSource.hit : load, warmUp,
    ]
    return SimDuration(seconds: stages.reduce(0) { $0 + Swift.max(0, $1.draw(0.95)) })
  }
}
