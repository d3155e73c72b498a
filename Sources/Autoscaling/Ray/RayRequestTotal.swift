internal import Kernel

/// The total of ongoing requests over all sources that report it, as Ray Serve computes it.
///
/// After `_merge_and_aggregate_timeseries` of ray-project/ray 2.60: sources are step functions, the
/// window begins when all of them have reported and ends now. Where several are merged their
/// instants are rounded to 10 ms; one source alone is taken as it is.
public struct RayRequestTotal: Sendable {
  /// How a window becomes one number.
  public enum Aggregation: String, Hashable, Sendable, CaseIterable {
    /// The mean, weighted by time.
    case mean
    /// The highest value recorded within the window.
    case max
    /// The lowest value recorded within the window.
    case min
  }

  /// One report of one source.
  public struct Point: Hashable, Sendable, BitwiseCopyable {
    /// When it was recorded, in seconds; a double as on Ray's clock.
    public var seconds: Double
    /// Requests in service or waiting then.
    public var requests: Double

    /// A report of `requests` at the instant `seconds`.
    public init(seconds: Double, requests: Double) {
      self.seconds = seconds
      self.requests = requests
    }
  }

  private var merged: [Point] = []
  private var cursors: [Int] = []

  /// A computation with no memory yet; it keeps what it needs for the next one.
  public init() {}

  /// The total of several sources, each in the order of time; 0 without any report.
  public mutating func total(
    of sources: [[Point]], at now: Double, by aggregation: Aggregation
  ) -> Double {
    var reporting = 0
    var aligned = -Double.infinity
    var only: [Point] = []
    for source in sources {
      guard let first = source.first else { continue }
      reporting += 1
      aligned = Swift.max(aligned, first.seconds)
      only = source
    }
    if reporting < 2 { return Self.aggregate(only, from: nil, to: now, by: aggregation) }
    merge(sources)
    guard let first = merged.first, let last = merged.last else { return 0 }
    let start = aligned <= last.seconds ? Swift.max(aligned, first.seconds) : nil
    return Self.aggregate(merged, from: start, to: now, by: aggregation)
  }

  /// One number for the step function through `points` from `start` (nil: the first point) until
  /// `now`; 0 without a point in the window. A last point that is not before `now` lasts 1 ms.
  public static func aggregate(
    _ points: [Point], from start: Double?, to now: Double, by aggregation: Aggregation
  ) -> Double {
    guard let first = points.first, let last = points.last else { return 0 }
    let begin = start ?? first.seconds
    switch aggregation {
    case .mean:
      let rest = now - last.seconds
      return mean(points, from: begin, to: last.seconds + (rest > 0 ? rest : 1e-3))
    case .max, .min:
      return extreme(points, from: begin, highest: aggregation == .max)
    }
  }

  private static func mean(_ points: [Point], from begin: Double, to end: Double) -> Double {
    if end <= begin { return 0 }
    var area = 0.0
    var covered = 0.0
    var value = 0.0
    var time = begin
    for point in points where point.seconds < end {
      if point.seconds > begin {
        area += value * (point.seconds - time)
        covered += point.seconds - time
        time = point.seconds
      }
      value = point.requests
    }
    area += value * (end - time)
    covered += end - time
    return covered > 0 ? area / covered : 0
  }

  private static func extreme(
    _ points: [Point], from begin: Double, highest: Bool
  ) -> Double {
    var found: Double?
    for point in points where point.seconds >= begin {
      let best = found ?? point.requests
      found = highest ? Swift.max(best, point.requests) : Swift.min(best, point.requests)
    }
    return found ?? 0
  }

  /// Sums the step functions, in the order of time; a report that changes nothing leaves no point.
  private mutating func merge(_ sources: [[Point]]) {
    merged.removeAll(keepingCapacity: true)
    cursors.removeAll(keepingCapacity: true)
    for _ in sources { cursors.append(0) }
    var total = 0.0
    while let source = earliest(sources) {
      let point = sources[source][cursors[source]]
      let before = cursors[source] > 0 ? sources[source][cursors[source] - 1].requests : 0
      cursors[source] += 1
      if point.requests == before { continue }
      total += point.requests - before
      append(Point(seconds: Self.rounded(point.seconds), requests: total))
    }
  }

  private mutating func append(_ point: Point) {
    if let last = merged.last, last.seconds == point.seconds {
      merged[merged.count - 1] = point
    } else {
      merged.append(point)
    }
  }

  /// The source whose next report is the earliest, or nil when all are read.
  private func earliest(_ sources: [[Point]]) -> Int? {
    var found: Int?
    var time = Double.infinity
    for source in sources.indices where cursors[source] < sources[source].count {
      let next = sources[source][cursors[source]].seconds
      if next < time {
        time = next
        found = source
      }
    }
    return found
  }

  /// To 10 ms, half away from zero as C's `round` does.
  private static func rounded(_ seconds: Double) -> Double {
    let hundredths = seconds * 100
    // Adding a half would round up what lies just below it, so the fraction is compared.
    let whole = Double(Int64(hundredths))
    let fraction = hundredths - whole
    return (fraction >= 0.5 ? whole + 1 : fraction <= -0.5 ? whole - 1 : whole) / 100
  }
}
