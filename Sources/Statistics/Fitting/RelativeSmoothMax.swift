import Kernel

/// The smooth maximum of least squared relative error.
///
/// For a given sharpness p, floor and slope are found by damped Gauss–Newton steps (Levenberg and
/// Marquardt) on their logarithms, so both stay positive. The sharpness is found on a grid of its
/// logarithm and then by golden section. Nothing is random, so the same points give the same bits.
enum RelativeSmoothMax {
  /// The sharpnesses that scenarios allow.
  static let sharpness = 1.0...20.0
  private static let gridSteps = 24
  private static let goldenSteps = 32
  private static let goldenRatio = 0.6180339887498949

  /// The curve through `points`, of which there are at least three.
  static func fit(_ points: [CurvePoint]) -> CurveModel {
    let top = Elementary.log(sharpness.upperBound)
    let step = top / Double(gridSteps)
    var best = solve(points, logSharpness: 0, from: start(points))
    var last = best
    for index in 1...gridSteps {
      last = solve(points, logSharpness: Double(index) * step, from: last)
      if last.error < best.error { best = last }
    }
    return golden(points, from: best, within: step, top: top).model
  }

  /// Golden section about the best point of the grid.
  private static func golden(
    _ points: [CurvePoint], from best: Trial, within step: Double, top: Double
  ) -> Trial {
    var low = max(0, best.logSharpness - step)
    var high = min(top, best.logSharpness + step)
    var best = best
    func probe(_ at: Double) -> Trial {
      let trial = solve(points, logSharpness: at, from: best)
      if trial.error < best.error { best = trial }
      return trial
    }
    var left = probe(high - goldenRatio * (high - low))
    var right = probe(low + goldenRatio * (high - low))
    // Invariant: low < left < right < high, and the least error seen lies between low and high.
    for _ in 0..<goldenSteps {
      if left.error <= right.error {
        high = right.logSharpness
        right = left
        left = probe(high - goldenRatio * (high - low))
      } else {
        low = left.logSharpness
        left = right
        right = probe(low + goldenRatio * (high - low))
      }
    }
    return best
  }

  /// A sharpness with its best floor and slope so far, as logarithms, and their squared error.
  private struct Trial {
    var logSharpness: Double
    var logFloor: Double
    var logSlope: Double
    var error: Double

    var model: CurveModel {
      .smoothMax(
        floor: Elementary.exp(logFloor), perItem: Elementary.exp(logSlope),
        sharpness: Elementary.exp(logSharpness))
    }
  }

  /// The line's figures, or the ends of the points where the line has none.
  private static func start(_ points: [CurvePoint]) -> Trial {
    var floor = 0.0
    var slope = 0.0
    if case .affine(let base, let perItem) = RelativeAffine.fit(points) {
      (floor, slope) = (base, perItem)
    }
    let last = points[points.count - 1]
    if floor <= 0 { floor = 0.1 * points[0].seconds }
    if slope <= 0 { slope = 0.1 * last.seconds / Double(last.batch) }
    return Trial(
      logSharpness: 0, logFloor: Elementary.log(floor), logSlope: Elementary.log(slope),
      error: .infinity)
  }

  private static func solve(
    _ points: [CurvePoint], logSharpness: Double, from start: Trial
  ) -> Trial {
    let bounds = Bounds(points)
    var trial = start
    trial.logSharpness = logSharpness
    trial.error = Normal(points, trial).error
    var damping = 1e-3
    for _ in 0..<60 {
      let normal = Normal(points, trial)
      var next = normal.step(from: trial, damping: damping)
      bounds.clamp(&next)
      next.error = Normal(points, next).error
      guard next.error < trial.error else {
        damping *= 8
        if damping > 1e9 { break }
        continue
      }
      let gain = trial.error - next.error
      trial = next
      damping = max(damping / 8, 1e-12)
      if gain <= 1e-15 * trial.error { break }
    }
    return trial
  }

  /// A floor or slope that is nothing beside the points would run off to minus infinity.
  private struct Bounds {
    let floor: ClosedRange<Double>
    let slope: ClosedRange<Double>

    init(_ points: [CurvePoint]) {
      let least = points.map(\.seconds).min() ?? 1
      let most = points.map(\.seconds).max() ?? 1
      let rates = points.map { $0.seconds / Double($0.batch) }
      floor = Elementary.log(least * 1e-4)...Elementary.log(most * 2)
      slope =
        Elementary.log((rates.min() ?? 1) * 1e-4)...Elementary.log((rates.max() ?? 1) * 2)
    }

    func clamp(_ trial: inout Trial) {
      trial.logFloor = min(max(trial.logFloor, floor.lowerBound), floor.upperBound)
      trial.logSlope = min(max(trial.logSlope, slope.lowerBound), slope.upperBound)
    }
  }

  /// The normal equations of the residuals S(b)/t − 1 in the two logarithms.
  ///
  /// With w = floor^p/(floor^p + (slope·b)^p): ∂S/∂log floor = w·S and ∂S/∂log slope = (1 − w)·S.
  private struct Normal {
    var error = 0.0
    private var ff = 0.0
    private var fs = 0.0
    private var ss = 0.0
    private var f = 0.0
    private var s = 0.0

    init(_ points: [CurvePoint], _ trial: Trial) {
      let sharpness = Elementary.exp(trial.logSharpness)
      let floor = Elementary.exp(trial.logFloor)
      let slope = Elementary.exp(trial.logSlope)
      for point in points {
        let rise = slope * Double(point.batch)
        let ratio = CurveModel.smoothMax(floor, rise, sharpness) / point.seconds
        let weight = 1 / (1 + Elementary.pow(rise / floor, sharpness))
        let byFloor = ratio * weight
        let bySlope = ratio * (1 - weight)
        let residual = ratio - 1
        error += residual * residual
        ff += byFloor * byFloor
        fs += byFloor * bySlope
        ss += bySlope * bySlope
        f += byFloor * residual
        s += bySlope * residual
      }
    }

    func step(from trial: Trial, damping: Double) -> Trial {
      let a = ff * (1 + damping) + 1e-300
      let b = ss * (1 + damping) + 1e-300
      let determinant = a * b - fs * fs
      guard determinant > 0 else { return trial }
      var next = trial
      next.logFloor -= (f * b - s * fs) / determinant
      next.logSlope -= (s * a - f * fs) / determinant
      return next
    }
  }
}
