public import Kernel

/// Spot instance time, and what the provider gives back when it takes the instance away.
///
/// Amazon EC2 (user guide, "Billing for interrupted Spot Instances"): when EC2 interrupts a
/// Windows or Linux instance (SUSE excepted, in older editions Red Hat too) in its first hour
/// there is no charge; later the seconds used are charged. SUSE is billed by the hour: no charge
/// in the first hour, and later none for the interrupted partial hour. An instance that its user
/// ends is charged in full. Where a provider gives nothing back, the age is zero.
public struct SpotBilling: Hashable, Sendable {
  /// How instance time is billed.
  public var time: InstanceBilling
  /// An instance interrupted by the provider before this age is free; zero when none is.
  public var freeIfInterruptedWithin: SimDuration

  /// Spot time billed as `time` says.
  public init(time: InstanceBilling, freeIfInterruptedWithin: SimDuration) {
    precondition(freeIfInterruptedWithin >= .zero, "an age is not negative")
    self.time = time
    self.freeIfInterruptedWithin = freeIfInterruptedWithin
  }

  /// What an instance has cost until `end`, before any refund; never falls as `end` grows.
  public func charge(
    from launch: SimTime, until end: SimTime, at prices: PriceSeries
  ) -> Money {
    time.charge(from: launch, until: end, at: prices)
  }

  /// What the provider gives back of the charge when it interrupts the instance at `end`.
  ///
  /// From nothing to the whole charge. With refunds on, a rule of hours gives the interrupted
  /// partial hour back too; an hour that is just complete is kept.
  public func refund(
    from launch: SimTime, interruptedAt end: SimTime, at prices: PriceSeries
  ) -> Money {
    let gross = charge(from: launch, until: end, at: prices)
    if end - launch < freeIfInterruptedWithin { return gross }
    guard freeIfInterruptedWithin > .zero else { return .zero }
    switch time {
    case .perSecond: return .zero
    case .perHour, .hourlyPriceLock:
      let age = (end - launch).nanoseconds
      let whole = SimDuration(nanoseconds: age - age % SimDuration.hours(1).nanoseconds)
      return gross - charge(from: launch, until: launch + whole, at: prices)
    }
  }
}
