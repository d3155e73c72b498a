/// The forms fitted to the same points, and which of them to use.
///
/// The choice is by leave-one-out relative error, not by R²: see `docs/calibration.md`.
package struct CurveComparison: Sendable {
  /// The points, ascending in batch size.
  package let points: [CurvePoint]
  /// The fits, in the order of `CurveForm`; forms with more figures than points are left out.
  package let fits: [CurveFit]
  /// The fit to use.
  package let chosen: CurveFit
  /// The ordinary least-squares line, to show what R² hides.
  package let leastSquares: CurveFit

  /// How much better the leave-one-out error of a form must be than that of a simpler one.
  package static let margin = 0.002

  /// Fits each form; nil with fewer than two points. Batch sizes must ascend strictly.
  package init?(_ points: [CurvePoint]) {
    guard points.count > 1 else { return nil }
    precondition(
      zip(points, points.dropFirst()).allSatisfy { $0.batch < $1.batch },
      "the batch sizes of a curve ascend")
    self.points = points
    fits = CurveForm.allCases.compactMap { Self.fit($0, points) }
    leastSquares = CurveFit(Self.ordinaryLine(points), points, leftOut: [])
    chosen = Self.choose(fits, fallsAtEnd: Self.fallsAtEnd(points))
  }

  /// Whether the largest batch is faster than the one before it, so that a table would become
  /// negative further on and scenarios refuse it.
  package var tableFallsAtEnd: Bool { Self.fallsAtEnd(points) }

  private static func fallsAtEnd(_ points: [CurvePoint]) -> Bool {
    points[points.count - 1].seconds < points[points.count - 2].seconds
  }

  private static func fit(_ form: CurveForm, _ points: [CurvePoint]) -> CurveFit? {
    guard points.count >= figures(form) else { return nil }
    var leftOut: [Double] = []
    if points.count > leastForLeavingOut(form) {
      for index in points.indices {
        var others = points
        others.remove(at: index)
        leftOut.append(CurveFit.relativeError(model(form, others), points[index]))
      }
    }
    return CurveFit(model(form, points), points, leftOut: leftOut)
  }

  private static func model(_ form: CurveForm, _ points: [CurvePoint]) -> CurveModel {
    switch form {
    case .affine: RelativeAffine.fit(points)
    case .smoothMax: RelativeSmoothMax.fit(points)
    case .table: .table(points)
    }
  }

  private static func figures(_ form: CurveForm) -> Int { form == .smoothMax ? 3 : 2 }

  /// The others must pin a form down: two points a line, four a form with three figures.
  private static func leastForLeavingOut(_ form: CurveForm) -> Int {
    form == .smoothMax ? 4 : 2
  }

  /// The least leave-one-out error, the simplest of those within `margin` of it. Without any such
  /// error the points themselves.
  private static func choose(_ fits: [CurveFit], fallsAtEnd: Bool) -> CurveFit {
    let usable = fits.filter { !fallsAtEnd || $0.model.form != .table }
    let errors = usable.compactMap(\.leaveOneOut)
    guard let least = errors.min() else {
      return usable.first { $0.model.form == .table } ?? usable[0]
    }
    return usable.first { ($0.leaveOneOut ?? .infinity) <= least + margin } ?? usable[0]
  }

  private static func ordinaryLine(_ points: [CurvePoint]) -> CurveModel {
    let n = Double(points.count)
    let meanBatch = points.reduce(0) { $0 + Double($1.batch) } / n
    let meanTime = points.reduce(0) { $0 + $1.seconds } / n
    var (both, batch) = (0.0, 0.0)
    for point in points {
      let distance = Double(point.batch) - meanBatch
      both += distance * (point.seconds - meanTime)
      batch += distance * distance
    }
    let slope = both / batch
    return .affine(base: meanTime - slope * meanBatch, perItem: slope)
  }
}
