/// The straight line of least squared *relative* error, neither part of it negative.
///
/// Minimises Σ((base + perItem·b)/t − 1)², which is least squares weighted by 1/t². The sum is a
/// paraboloid, so when the free minimum has a negative part, the best that is allowed lies on the
/// edge where that part is zero.
enum RelativeAffine {
  /// The line through `points`, of which there is at least one.
  static func fit(_ points: [CurvePoint]) -> CurveModel {
    var sums = Sums()
    for point in points { sums.add(point) }
    let determinant = sums.aa * sums.bb - sums.ab * sums.ab
    if points.count > 1, determinant > 0 {
      let base = (sums.a * sums.bb - sums.b * sums.ab) / determinant
      let perItem = (sums.b * sums.aa - sums.a * sums.ab) / determinant
      if base >= 0, perItem >= 0 { return .affine(base: base, perItem: perItem) }
    }
    return edge(sums)
  }

  /// The better of the two edges: no base, or no slope.
  private static func edge(_ sums: Sums) -> CurveModel {
    let gainOfSlope = sums.b * sums.b / sums.bb
    let gainOfBase = sums.a * sums.a / sums.aa
    return gainOfSlope >= gainOfBase
      ? .affine(base: 0, perItem: sums.b / sums.bb)
      : .affine(base: sums.a / sums.aa, perItem: 0)
  }

  /// The sums of the normal equations; the regressors are 1/t and b/t, the wanted value is 1.
  private struct Sums {
    var a = 0.0
    var b = 0.0
    var aa = 0.0
    var ab = 0.0
    var bb = 0.0

    mutating func add(_ point: CurvePoint) {
      let one = 1 / point.seconds
      let size = Double(point.batch) / point.seconds
      a += one
      b += size
      aa += one * one
      ab += one * size
      bb += size * size
    }
  }
}
