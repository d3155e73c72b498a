import Capacity
import Kernel

/// A rate of session starts over time, compiled to pieces that are linear in time.
///
/// Steps, profiles, ramps and bursts are exact. Cosines and flash crowds are linear between points
/// a minute (or a fiftieth of the decay) apart: an error of (2π/1440)²/12 = 2e-6 of the swing for
/// a daily cosine.
struct RateCurve: Sendable {
  /// A span over which the rate is linear.
  struct Piece: Sendable {
    var start: Int64
    var end: Int64
    /// Starts per second at the two ends.
    var startRate: Double
    var endRate: Double

    /// The expected number of starts within the piece.
    var area: Double { 0.5 * (startRate + endRate) * Double(end - start) * 1e-9 }
  }

  /// In order of time, without gaps, from the beginning of the simulation to its end.
  var pieces: [Piece]

  /// Compiles `curve` over the clock's span; `meanSession` turns users present into starts.
  init(
    _ curve: DemandCurve, clock: Clock, meanSession: Double, random: RandomSource, group: Int
  ) {
    let base: Double =
      switch curve.base {
      case .concurrent(let users): users / meanSession
      case .rate(let perSecond): perSecond
      }
    var factors: [any RateFactor] = []
    for (index, factor) in curve.factors.enumerated() {
      factors.append(
        Self.compile(factor, clock: clock, random: random, group: group, entity: index))
    }
    var breaks: Set<Int64> = [clock.beginning.nanoseconds, clock.end.nanoseconds]
    for factor in factors { breaks.formUnion(factor.breaks(clock)) }
    let inside = breaks.filter {
      $0 >= clock.beginning.nanoseconds && $0 <= clock.end.nanoseconds
    }.sorted()
    pieces = zip(inside, inside.dropFirst()).map { start, end in
      var startRate = base
      var endRate = base
      for factor in factors {
        startRate *= factor.value(at: start, before: false)
        endRate *= factor.value(at: end, before: true)
      }
      return Piece(start: start, end: end, startRate: startRate, endRate: endRate)
    }
  }

  private static func compile(
    _ factor: DemandFactor, clock: Clock, random: RandomSource, group: Int, entity: Int
  ) -> any RateFactor {
    switch factor {
    case .steps(let points): StepFactor(points: points)
    case .ramps(let points): RampFactor(points: points)
    case .hourly(let values): HourlyFactor(values: values, clock: clock)
    case .harmonics(let harmonics): HarmonicFactor(harmonics: harmonics, clock: clock)
    case .weekdays(let values): WeekdayFactor(values: values, clock: clock)
    case .flash(let at, let height, let rise, let decay):
      FlashFactor(at: at.nanoseconds, height: height, rise: rise, decay: decay)
    case .bursts(let height, let on, let off):
      BurstFactor(
        height: height, on: on, off: off, clock: clock,
        turns: random.stream(.burst, group: group, entity: entity))
    }
  }
}
