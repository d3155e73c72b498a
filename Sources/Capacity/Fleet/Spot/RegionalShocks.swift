public import Kernel

/// What comes upon several zones of a region at one instant: a Poisson process of shocks, each of
/// which ends the up-time of every zone that it reaches.
///
/// The zones that a shock has closed draw their down-times from the same uniform number, so a long
/// shock is long everywhere. A zone that is closed already is not touched.
public struct RegionalShocks: Hashable, Sendable {
  /// The mean time between shocks; at least 1 s.
  public var every: SimDuration
  /// The probability that a shock reaches a given zone, from 0 to 1.
  public var reach: Double

  /// Shocks.
  public init(every: SimDuration, reach: Double) {
    precondition(every >= .seconds(1), "shocks come a second apart or more in the mean")
    precondition((0...1).contains(reach), "a probability lies within 0...1")
    self.every = every
    self.reach = reach
  }

  /// Fitted to nine zones of three regions of AWS over 45 days, p3.2xlarge, February 2023.
  ///
  /// Source: github:skypilot-org/spot-traces@221da1ab9b, availability/1-node/aws-02-15-2023. How
  /// much likelier a reclaim in one zone is near a reclaim in another zone of its region: mean of
  /// the 20 ordered pairs 2.91 (us-east-1 1.63, us-east-2 3.98, us-west-2 5.10; across regions
  /// 1.19, which is left out here). The base rates of those figures are the zones' rates of
  /// reclaims times half an hour, so "near" is taken as within a quarter of an hour.
  /// With own up-times Weibull (0.642, 5 h) and down-times lognormal (-0.174, 1.329, in hours),
  /// these shocks give a lift of 2.91 at that distance (1.93 within half an hour, 1.45 within an
  /// hour), a base rate of 0.078 and a mean up-time of 4.26 h; us-east-2b, the median zone, has
  /// 0.076 and 4.26 h. What they do not give is the whole correlation of being available at all:
  /// 0.16 (by a separate simulation in NumPy), and measured 0.43, the mean of the ten pairs.
  public static let measured = RegionalShocks(every: .hours(16), reach: 0.9)
}
