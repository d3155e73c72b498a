/// A form fitted to points, and how far off it is.
package struct CurveFit: Hashable, Sendable {
  /// The form with its figures.
  package let model: CurveModel
  /// The mean of the relative errors' magnitudes over the points.
  package let meanError: Double
  /// The largest relative error's magnitude, and the batch size where it is.
  package let worst: (error: Double, batch: Int)
  /// The share of the times' variance that the form explains, as it is usually reported; 1 when
  /// the times do not vary.
  package let rSquared: Double
  /// The relative error at each point when the form is fitted to the others; empty when the
  /// others would not be enough.
  package let leftOut: [Double]

  /// The mean magnitude of `leftOut`; nil when it is empty.
  package var leaveOneOut: Double? { Self.mean(leftOut) }

  /// As `leaveOneOut`, without the first and the last point, which ask for extrapolation.
  package var leaveOneOutInside: Double? { Self.mean(Array(leftOut.dropFirst().dropLast())) }

  /// `model` measured against `points`.
  init(_ model: CurveModel, _ points: [CurvePoint], leftOut: [Double]) {
    self.model = model
    self.leftOut = leftOut
    let errors = points.map { Self.relativeError(model, $0) }
    meanError = Self.mean(errors) ?? 0
    var worst = (error: 0.0, batch: points[0].batch)
    for (point, error) in zip(points, errors) where error.magnitude > worst.error {
      worst = (error.magnitude, point.batch)
    }
    self.worst = worst
    rSquared = Self.rSquared(model, points)
  }

  static func relativeError(_ model: CurveModel, _ point: CurvePoint) -> Double {
    model.seconds(ofBatch: point.batch) / point.seconds - 1
  }

  private static func mean(_ errors: [Double]) -> Double? {
    guard !errors.isEmpty else { return nil }
    return errors.reduce(0) { $0 + $1.magnitude } / Double(errors.count)
  }

  private static func rSquared(_ model: CurveModel, _ points: [CurvePoint]) -> Double {
    let mean = points.reduce(0) { $0 + $1.seconds } / Double(points.count)
    var (left, whole) = (0.0, 0.0)
    for point in points {
      let residual = point.seconds - model.seconds(ofBatch: point.batch)
      left += residual * residual
      whole += (point.seconds - mean) * (point.seconds - mean)
    }
    return whole > 0 ? 1 - left / whole : 1
  }

  /// Whether two fits are of the same model with the same errors.
  package static func == (a: CurveFit, b: CurveFit) -> Bool {
    a.model == b.model && a.leftOut == b.leftOut && a.rSquared == b.rSquared
  }

  /// Feeds the model, from which the rest follows.
  package func hash(into hasher: inout Hasher) { hasher.combine(model) }
}
