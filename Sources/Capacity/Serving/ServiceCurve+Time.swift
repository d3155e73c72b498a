public import Kernel

extension ServiceCurve {
  /// The time in seconds of a batch of `batch` frames, at least 1, alone on the GPU.
  ///
  /// For a curve that draws each time anew, 1: the draw is the time (see `variation`).
  public func seconds(ofBatch batch: Int) -> Double {
    let b = Double(batch)
    switch shape {
    case .table(let points): return Self.interpolate(points, batch)
    case .affine(let base, let perItem): return base + perItem * b
    case .smoothMax(let floor, let perItem, let sharpness):
      // Scaled by the larger part, so that neither power overflows.
      let larger = max(floor, perItem * b)
      let sum =
        Elementary.pow(floor / larger, sharpness) + Elementary.pow(perItem * b / larger, sharpness)
      return larger * Elementary.pow(sum, 1 / sharpness)
    case .random: return 1
    }
  }

  private static func interpolate(_ points: [Point], _ batch: Int) -> Double {
    // Below the first point a batch is not cheaper than that point.
    if batch < points[0].batch { return points[0].seconds }
    let last = points[points.count - 1]
    guard points.count > 1 else {
      return last.seconds * Double(batch) / Double(last.batch)
    }
    let upper = points.firstIndex { $0.batch >= batch } ?? points.count - 1
    let a = points[max(upper - 1, 0)]
    let b = points[max(upper, 1)]
    let slope = (b.seconds - a.seconds) / Double(b.batch - a.batch)
    return a.seconds + slope * Double(batch - a.batch)
  }

  /// How many times longer a batch takes when `busyLanes` copies, itself included, share the GPU.
  ///
  /// n copies together have `sharing[n - 1]` times the throughput of one, so each takes
  /// n/`sharing[n - 1]` times as long; beyond the table its last ratio holds, and without a table
  /// the copies share the throughput of one.
  public func slowdown(busyLanes: Int) -> Double {
    let ratio =
      sharing.isEmpty || busyLanes == 1 ? 1 : sharing[min(busyLanes, sharing.count) - 1]
    return Double(busyLanes) / ratio
  }

  /// What multiplies `seconds(ofBatch:)` anew for each batch, or nil when batches do not vary.
  ///
  /// With a coefficient of variation c a lognormal of mean 1: sigma² = ln(1 + c²), mu = -sigma²/2.
  public var variation: Distribution? {
    if case .random(let distribution) = shape { return distribution }
    guard cv > 0 else { return nil }
    let variance = Elementary.log(1 + cv * cv)
    return .lognormal(mu: -0.5 * variance, sigma: variance.squareRoot(), shift: 0)
  }
}
