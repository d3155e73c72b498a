public import Kernel

/// The size that Google's autoscaler recommends for a managed instance group, from what is needed.
///
/// After cloud.google.com, "Understanding autoscaler decisions" and the AutoscalingPolicy
/// reference: the highest need of the stabilisation period, so that a scale-out is at once and a
/// scale-in waits; then scale-in control; then the bounds. That the peak of scale-in control is
/// taken over the sizes recommended within its window, this one included, is how the reference is
/// read: it does not say.
public struct ManagedInstanceGroupSize: Hashable, Sendable {
  /// How fast a group may shrink.
  public struct ScaleInControl: Hashable, Sendable {
    /// How far below the peak of the window the size may be.
    public var allowance: Allowance
    /// The trailing window; at least 0.
    public var window: SimDuration

    /// A limit on shrinking.
    public init(_ allowance: Allowance, window: SimDuration) {
      self.allowance = allowance
      self.window = window
    }
  }

  /// A number of instances or a share of the peak.
  public enum Allowance: Hashable, Sendable {
    /// So many instances; at least 0.
    case replicas(Int)
    /// So many percent of the peak, 0 to 100, cut to whole instances.
    case percent(Double)
  }

  /// Rules that hold for all sizes.
  public struct Settings: Hashable, Sendable {
    /// The fewest instances; at least 0.
    public var min: Int
    /// The most instances; at least `min`.
    public var max: Int
    /// The stabilisation period; 600 s.
    public var stabilization: SimDuration
    /// The initialisation period, which the stabilisation is never shorter than; 60 s.
    public var initialization: SimDuration
    /// How fast it may shrink, or nil.
    public var scaleInControl: ScaleInControl?

    /// Settings with the defaults of Google Cloud.
    public init(
      min: Int = 0, max: Int = .max, stabilization: SimDuration = .seconds(600),
      initialization: SimDuration = .seconds(60), scaleInControl: ScaleInControl? = nil
    ) {
      self.min = min
      self.max = max
      self.stabilization = stabilization
      self.initialization = initialization
      self.scaleInControl = scaleInControl
    }
  }

  private let settings: Settings
  private var needs: PeakWindow
  private var sizes: PeakWindow

  /// A group that nothing has been recommended for yet.
  public init(_ settings: Settings) {
    self.settings = settings
    needs = PeakWindow(Swift.max(settings.stabilization, settings.initialization))
    sizes = PeakWindow(settings.scaleInControl?.window ?? .zero)
  }

  /// The size to have now that `needed` instances are needed; instants must not go back.
  public mutating func recommend(_ needed: Int, at now: SimTime) -> Int {
    needs.add(needed, at: now)
    let stable = needs.peak(at: now) ?? needed
    let controlled = Swift.max(stable, least(above: stable, at: now))
    let size = Swift.min(Swift.max(controlled, settings.min), settings.max)
    sizes.add(size, at: now)
    return size
  }

  /// The smallest size that scale-in control allows.
  private mutating func least(above stable: Int, at now: SimTime) -> Int {
    guard let control = settings.scaleInControl else { return stable }
    let peak = Swift.max(sizes.peak(at: now) ?? stable, stable)
    switch control.allowance {
    case .replicas(let replicas): return peak - replicas
    case .percent(let percent): return peak - Int(Double(peak) * percent / 100)
    }
  }
}
