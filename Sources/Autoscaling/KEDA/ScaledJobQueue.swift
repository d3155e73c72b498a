import Kernel

/// The queue of one trigger of a `ScaledJob`.
///
/// After `scale_metrics.go` (`pkg/scaling/scaledjob`) of KEDA 2.20.
public struct ScaledJobQueue: Hashable, Sendable {
  /// How several triggers become one: `multipleScalersCalculation`.
  public enum Calculation: String, Hashable, Sendable, CaseIterable {
    /// The longest queue, the default.
    case max
    /// The shortest queue.
    case min
    /// The mean of the queues.
    case avg
    /// The sum of the queues.
    case sum
  }

  /// The messages that wait.
  public var length: Double
  /// The messages for one job.
  public var target: Double
  /// Whether the trigger is active; the others are left out.
  public var isActive: Bool

  /// The queue of one trigger.
  public init(length: Double, target: Double, isActive: Bool) {
    self.length = length
    self.target = target
    self.isActive = isActive
  }

  /// All triggers together.
  public struct Total: Hashable, Sendable {
    /// Whether there is anything to do.
    public var isActive: Bool
    /// The messages that wait, rounded up.
    public var queueLength: Int
    /// The jobs that they ask for, rounded up, at most the most.
    public var maxScale: Int
  }

  /// Makes one of several triggers, rounded up only at the end.
  ///
  /// As in the original: the jobs of `max` and `min` are those of the trigger whose queue was
  /// chosen; an empty queue never makes `max` active; in `min` a queue after an empty one replaces
  /// it; with a minimum it is always active.
  public static func total(
    of triggers: [ScaledJobQueue], by calculation: Calculation, minReplicas: Int, maxReplicas: Int
  ) -> Total {
    var (length, jobs, count) = (0.0, 0.0, 0)
    for trigger in triggers where trigger.isActive {
      let own = trigger.jobs(maxReplicas: maxReplicas)
      switch calculation {
      case .max: guard trigger.length > length else { continue }
      case .min: guard length == 0 || trigger.length < length else { continue }
      case .avg, .sum:
        length += trigger.length
        jobs += own
        count += 1
        continue
      }
      (length, jobs, count) = (trigger.length, own, 1)
    }
    if calculation == .avg, count > 0 {
      length /= Double(count)
      jobs /= Double(count)
    }
    return Total(
      isActive: count > 0 || minReplicas > 0, queueLength: Self.ceiling(length),
      maxScale: Self.ceiling(Swift.min(jobs, Double(maxReplicas))))
  }

  /// The jobs that this queue asks for; none without a target.
  private func jobs(maxReplicas: Int) -> Double {
    target == 0 ? 0 : Swift.min(length / target, Double(maxReplicas))
  }

  private static func ceiling(_ x: Double) -> Int {
    Int(Elementary.ceiling(Swift.min(Swift.max(x, -1e15), 1e15)))
  }
}
