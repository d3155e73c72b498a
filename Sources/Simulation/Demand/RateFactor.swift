import Capacity
import Kernel

/// A factor of a rate: its value at an instant, and where it bends or jumps.
protocol RateFactor {
  /// The value just after `instant`, or just before it.
  func value(at instant: Int64, before: Bool) -> Double
  /// Instants between which it may be taken as linear.
  func breaks(_ clock: Clock) -> [Int64]
}

/// Multiples of `step` within the clock's span, counted from `origin`.
private func grid(_ clock: Clock, step: Int64, origin: Int64 = 0) -> [Int64] {
  let first = clock.beginning.nanoseconds
  let offset = ((first - origin) % step + step) % step
  return Array(stride(from: first - offset, through: clock.end.nanoseconds, by: Int(step)))
}

private let minute: Int64 = 60_000_000_000
private let day: Int64 = 86_400_000_000_000

/// The time of day in nanoseconds, and the day's number from instant zero's.
private func timeOfDay(_ instant: Int64, _ clock: Clock) -> (part: Int64, day: Int64) {
  let local = instant + clock.startTimeOfDay.nanoseconds
  let number = local >= 0 ? local / day : -((day - 1 - local) / day)
  return (local - number * day, number)
}

struct StepFactor: RateFactor {
  var points: [DemandFactor.TimedFactor]

  func value(at instant: Int64, before: Bool) -> Double {
    let current = points.last {
      before ? $0.at.nanoseconds < instant : $0.at.nanoseconds <= instant
    }
    return current?.factor ?? points[0].factor
  }

  func breaks(_ clock: Clock) -> [Int64] { points.map(\.at.nanoseconds) }
}

struct RampFactor: RateFactor {
  var points: [DemandFactor.TimedFactor]

  func value(at instant: Int64, before: Bool) -> Double {
    let next = points.firstIndex {
      before ? $0.at.nanoseconds >= instant : $0.at.nanoseconds > instant
    }
    guard let next else {
      return points[points.count - 1].factor
    }
    guard next > 0 else { return points[0].factor }
    let a = points[next - 1]
    let b = points[next]
    let share = (SimTime(nanoseconds: instant) - a.at).seconds / (b.at - a.at).seconds
    return a.factor + (b.factor - a.factor) * share
  }

  /// A product of two ramps is not linear, hence points in between.
  func breaks(_ clock: Clock) -> [Int64] {
    guard let first = points.first, let last = points.last else { return [] }
    let between = grid(clock, step: minute).filter {
      $0 > first.at.nanoseconds && $0 < last.at.nanoseconds
    }
    return points.map(\.at.nanoseconds) + between
  }
}

struct HourlyFactor: RateFactor {
  var values: [Double]
  var clock: Clock

  func value(at instant: Int64, before: Bool) -> Double {
    let part = timeOfDay(before ? instant - 1 : instant, clock).part
    return values[Int(part / (60 * minute))]
  }

  func breaks(_ clock: Clock) -> [Int64] {
    grid(clock, step: 60 * minute, origin: -clock.startTimeOfDay.nanoseconds)
  }
}

struct WeekdayFactor: RateFactor {
  var values: [Double]
  var clock: Clock

  func value(at instant: Int64, before: Bool) -> Double {
    let number = Int(timeOfDay(before ? instant - 1 : instant, clock).day)
    return values[((number + clock.startWeekday) % 7 + 7) % 7]
  }

  func breaks(_ clock: Clock) -> [Int64] {
    grid(clock, step: day, origin: -clock.startTimeOfDay.nanoseconds)
  }
}

struct HarmonicFactor: RateFactor {
  var harmonics: [DemandFactor.Harmonic]
  var clock: Clock

  func value(at instant: Int64, before: Bool) -> Double {
    let part = timeOfDay(instant, clock).part
    let sum = harmonics.reduce(1.0) { sum, harmonic in
      let turns = Double(harmonic.order) * Double(part - harmonic.peak.nanoseconds) / Double(day)
      return sum + harmonic.amplitude * Elementary.cosTurns(turns)
    }
    return max(0, sum)
  }

  func breaks(_ clock: Clock) -> [Int64] { grid(clock, step: minute) }
}

struct FlashFactor: RateFactor {
  var at: Int64
  var height: Double
  var rise: SimDuration
  var decay: SimDuration

  private var peak: Int64 { at + rise.nanoseconds }

  func value(at instant: Int64, before: Bool) -> Double {
    if instant < at || (instant == at && (before || rise > .zero)) { return 1 }
    if instant < peak || (instant == peak && before) {
      return 1 + (height - 1) * Double(instant - at) / Double(rise.nanoseconds)
    }
    let age = Double(instant - peak) / Double(decay.nanoseconds)
    return 1 + (height - 1) * Elementary.exp(-age)
  }

  func breaks(_ clock: Clock) -> [Int64] {
    let step = max(decay.nanoseconds / 50, 1)
    return [at, peak] + (1...1_000).map { peak + Int64($0) * step }
  }
}

/// Two states that take turns; when they change is drawn once for a replication.
struct BurstFactor: RateFactor {
  /// Instants of change, ascending; `startsHigh` is the state before the first.
  private var changes: [Int64] = []
  private var startsHigh: Bool
  private var high: Double
  private var low: Double

  init(
    height: Double, on: SimDuration, off: SimDuration, clock: Clock, turns: RandomStream
  ) {
    high = height
    low = max(0, (on.seconds + off.seconds - height * on.seconds) / off.seconds)
    var stream = turns
    startsHigh = stream.nextUniform() < on.seconds / (on.seconds + off.seconds)
    var isHigh = startsHigh
    var now = clock.beginning
    while now < clock.end {
      let mean = isHigh ? on.seconds : off.seconds
      let length = Distribution.exponential(mean: mean).draw(stream.nextUniform())
      now += SimDuration(nanoseconds: max(1, SimDuration(seconds: length).nanoseconds))
      changes.append(now.nanoseconds)
      isHigh.toggle()
    }
  }

  func value(at instant: Int64, before: Bool) -> Double {
    var below = 0
    var above = changes.count
    while below < above {
      let middle = (below + above) / 2
      let isPast = before ? changes[middle] < instant : changes[middle] <= instant
      if isPast { below = middle + 1 } else { above = middle }
    }
    return (below % 2 == 0) == startsHigh ? high : low
  }

  func breaks(_ clock: Clock) -> [Int64] { changes }
}
