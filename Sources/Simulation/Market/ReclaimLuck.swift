import Kernel

/// Whom a zone's reclaims take, by the identity of instance and event alone.
struct ReclaimLuck: Sendable {
  let random: RandomSource
  /// The zone's place among the random streams.
  let zone: Int

  /// A uniform number in (0, 1); an instance with a smaller one is taken first.
  func value(instance: Int, event: Int) -> Double {
    var stream = random.stream(.reclaimLuck, group: zone, entity: instance, block: event)
    return stream.nextUniform()
  }

  /// Whether `a` is taken before `b`; equal luck goes by number.
  func comes(_ a: Int, before b: Int, event: Int) -> Bool {
    let first = value(instance: a, event: event)
    let second = value(instance: b, event: event)
    return first < second || (first == second && a < b)
  }
}
