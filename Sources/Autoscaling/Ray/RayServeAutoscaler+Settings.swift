public import Kernel

extension RayServeAutoscaler {
  /// Ray Serve's `AutoscalingConfig`, with the defaults of Ray 2.60.
  public struct Settings: Hashable, Sendable {
    /// `min_replicas`: the fewest replicas, at least 0; Ray says 1.
    public var min: Int
    /// `max_replicas`: the most replicas, at least `min`; Ray says 1.
    public var max: Int
    /// `initial_replicas`: the lower bound while the target capacity rises; nil is `min`.
    public var initial: Int?
    /// `target_ongoing_requests`: requests in service or waiting per replica, positive; 2.
    public var targetOngoingRequests: Double
    /// `upscale_delay_s`: how long more must be wanted without a break; 30 s.
    public var upscaleDelay: SimDuration
    /// `downscale_delay_s`: how long fewer must be wanted without a break; 600 s.
    public var downscaleDelay: SimDuration
    /// `downscale_to_zero_delay_s`: the same for the step from 1 to 0; nil is `downscaleDelay`.
    public var downscaleToZeroDelay: SimDuration?
    /// `upscaling_factor`: the share of a missing number that is added at once, positive; 1.
    public var upscalingFactor: Double
    /// `downscaling_factor`: the share of a surplus that is removed at once, positive; 1.
    public var downscalingFactor: Double
    /// `look_back_period_s`: the time over which requests are averaged, positive; 30 s.
    public var lookBack: SimDuration
    /// `aggregation_function`: how the requests of the look-back become one number; the mean.
    public var aggregation: RayRequestTotal.Aggregation
    /// Replicas that are scheduled only together, at least 1; 1 is no gang.
    public var gangSize: Int
    /// The share of the bounds in force, 0 to 100 percent; nil is all.
    public var targetCapacity: Double?
    /// Whether the target capacity is on its way up, so that `initial` is the lower bound.
    public var targetCapacityRises: Bool
    /// The control loop's period; Ray says 0.1 s.
    public var interval: SimDuration

    /// Settings with the defaults of Ray.
    public init(
      min: Int = 1, max: Int = 1, targetOngoingRequests: Double = 2,
      upscaleDelay: SimDuration = .seconds(30), downscaleDelay: SimDuration = .seconds(600),
      downscaleToZeroDelay: SimDuration? = nil, lookBack: SimDuration = .seconds(30)
    ) {
      self.min = min
      self.max = max
      self.targetOngoingRequests = targetOngoingRequests
      self.upscaleDelay = upscaleDelay
      self.downscaleDelay = downscaleDelay
      self.downscaleToZeroDelay = downscaleToZeroDelay
      self.lookBack = lookBack
      upscalingFactor = 1
      downscalingFactor = 1
      aggregation = .mean
      gangSize = 1
      targetCapacityRises = false
      interval = .milliseconds(100)
    }
  }
}

extension RayServeAutoscaler.Settings {
  /// Moves `current` toward `desired` by the factor of its direction, rounded up.
  ///
  /// From zero there is nothing to scale from, so `desired` itself. A downscale that its factor
  /// leaves where it was goes down by one. May be negative with a factor above 1.
  public func scaled(_ desired: Double, from current: Int) -> Int {
    if current == 0 { return Self.ceiling(desired) }
    let delta = desired - Double(current)
    let factor = delta > 0 ? upscalingFactor : downscalingFactor
    let scaled = Self.ceiling(Double(current) + factor * delta)
    return scaled == current && Self.ceiling(desired) < current ? scaled - 1 : scaled
  }

  /// `replicas` within the bounds, each scaled by the target capacity.
  public func bounded(_ replicas: Int) -> Int {
    let least = targetCapacityRises ? initial ?? min : min
    return Swift.max(atCapacity(least), Swift.min(atCapacity(max), replicas))
  }

  /// `replicas` rounded up to whole gangs; zero and below stay.
  public func wholeGangs(_ replicas: Int) -> Int {
    if gangSize <= 1 || replicas <= 0 { return replicas }
    return (replicas + gangSize - 1) / gangSize * gangSize
  }

  /// Half rounds up; nothing but a capacity of zero turns a positive bound into zero.
  private func atCapacity(_ replicas: Int) -> Int {
    guard let targetCapacity, targetCapacity != 100 else { return replicas }
    if targetCapacity == 0 || replicas == 0 { return 0 }
    return Swift.max(1, Int(Double(replicas) * targetCapacity / 100 + 0.5))
  }

  /// Rounds up; numbers beyond any cluster are cut at a thousand million.
  static func ceiling(_ replicas: Double) -> Int {
    Int(Elementary.ceiling(Swift.min(Swift.max(replicas, -1e9), 1e9)))
  }
}
