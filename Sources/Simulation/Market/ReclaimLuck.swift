import Kernel

/// Whom a zone's reclaims take, by the identity of zone, pool, instance and event alone.
struct ReclaimLuck: Sendable {
  let random: RandomSource
  /// The zone's place among the random streams.
  let zone: Int

  /// A uniform number in (0, 1); an instance with a smaller one is taken first. `pool` is the
  /// pool's place among the random streams, which its name alone decides.
  func value(instance: Int, pool: Int, event: Int) -> Double {
    // One to one in the pool as in the zone: the factor, 2^32 over the golden ratio, is odd.
    let group = (zone ^ (pool &* 0x9E37_79B1)) & 0xFF_FFFF
    var stream = random.stream(.reclaimLuck, group: group, entity: instance, block: event)
    return stream.nextUniform()
  }
}
