import Capacity
import Kernel

/// How long the stages of one instance's start take.
struct StartStages {
  var provision = SimDuration.zero
  var boot = SimDuration.zero
  var driver = SimDuration.zero
  /// Fetched, nothing else being fetched, and from a copy.
  var image = SimDuration.zero
  var imageHit = SimDuration.zero
  var load = SimDuration.zero
  var loadHit = SimDuration.zero
  var warmUp = SimDuration.zero
  /// From a warm pool to ready.
  var waking = SimDuration.zero

  /// No stage takes any time.
  init() {}

  /// The stages of one instance.
  ///
  /// The order of drawing is part of every result: a stage that is added draws last.
  init(_ start: ColdStart, warm: WarmPool?, _ draws: inout RandomStream) {
    boot = Self.length(start.boot, &draws)
    image = Self.length(start.image, &draws)
    load = Self.length(start.load, &draws)
    warmUp = Self.length(start.warmUp, &draws)
    provision = Self.length(start.provision, &draws)
    driver = Self.length(start.driver, &draws)
    imageHit = Self.length(start.imageSource.hit, &draws)
    loadHit = Self.length(start.modelSource.hit, &draws)
    waking = warm.map { Self.length($0.start, &draws) } ?? .zero
  }

  private static func length(
    _ distribution: Distribution, _ draws: inout RandomStream
  ) -> SimDuration {
    max(SimDuration(seconds: distribution.draw(draws.nextUniform())), .zero)
  }
}
