import Kernel
import Statistics
import Testing

/// Fits of measured curves against the same fits made with another program (SciPy's bounded least
/// squares), which gives five digits; the tolerance is half a unit of the fifth.
@Suite struct CurveComparisonTests {
  private static func figures(_ points: [CurvePoint], _ form: CurveForm) throws -> [Double] {
    let comparison = try #require(CurveComparison(points))
    let fit = try #require(comparison.fits.first { $0.model.form == form })
    switch fit.model {
    case .affine(let base, let perItem): return [base * 1_000, perItem * 1_000]
    case .smoothMax(let floor, let perItem, let sharpness):
      return [floor * 1_000, perItem * 1_000, sharpness]
    case .table: return []
    }
  }

  private static func expect(
    _ found: [Double], _ wanted: [Double], _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == wanted.count, sourceLocation: location)
    for (a, b) in zip(found, wanted) {
      #expect((a / b - 1).magnitude < 1e-4, "\(found) for \(wanted)", sourceLocation: location)
    }
  }

  @Test(arguments: [
    (MeasuredCurve.tensorFlowResNet50, [3.4195, 0.93294], [4.4275, 0.99901, 1.4799]),
    (MeasuredCurve.pyTorchResNet50, [7.8075, 0.70592], [10.221, 0.85684, 2.4572]),
    (MeasuredCurve.ssd, [24.345, 22.711], [47.681, 24.512, 2.2711]),
    (MeasuredCurve.tritonResNet50, [2.3312, 0.79943], [2.3312, 0.79943, 1]),
  ])
  func `measured curves have the figures that another program finds`(
    points: [CurvePoint], affine: [Double], smoothMax: [Double]
  ) throws {
    Self.expect(try Self.figures(points, .affine), affine)
    Self.expect(try Self.figures(points, .smoothMax), smoothMax)
  }

  @Test func `errors when a point inside is left out are those that another program finds`() throws
  {
    let comparison = try #require(CurveComparison(MeasuredCurve.tensorFlowResNet50))
    let errors = try comparison.fits.map { try #require($0.leaveOneOutInside) }
    for (found, wanted) in zip(errors, [0.0441, 0.0051, 0.0140]) {
      #expect((found - wanted).magnitude < 0.0001, "\(errors)")
    }
    #expect(comparison.fits.map(\.model.form) == [.affine, .smoothMax, .table])
    #expect(comparison.chosen.model.form == .smoothMax)
  }

  @Test func `R² of 0.999 hides an error of 22% at batch 1`() throws {
    let comparison = try #require(CurveComparison(MeasuredCurve.tritonResNet50))
    let line = comparison.leastSquares
    #expect((line.rSquared - 0.99953).magnitude < 0.00001)
    #expect((line.worst.error - 0.218).magnitude < 0.0005)
    #expect(line.worst.batch == 1)
    let relative = try #require(comparison.fits.first { $0.model.form == .affine })
    #expect(relative.rSquared < line.rSquared)
    #expect((relative.worst.error - 0.045).magnitude < 0.0005)
  }

  @Test func `R² of 0.9998 hides an error of 32% at batch 1`() throws {
    let comparison = try #require(CurveComparison(MeasuredCurve.tensorFlowResNet50))
    #expect((comparison.leastSquares.rSquared - 0.99985).magnitude < 0.00001)
    #expect((comparison.leastSquares.worst.error - 0.320).magnitude < 0.0005)
    #expect(comparison.leastSquares.worst.batch == 1)
    #expect(comparison.chosen.worst.error < 0.0075)
  }

  @Test(arguments: [
    CurveModel.affine(base: 0.005, perItem: 0.036),
    .affine(base: 0, perItem: 0.01),
    .smoothMax(floor: 0.002, perItem: 0.0003, sharpness: 1.5),
    .smoothMax(floor: 0.02, perItem: 0.001, sharpness: 6),
  ])
  func `points without noise give back their curve`(model: CurveModel) throws {
    let points = [1, 2, 4, 8, 16, 32, 64, 128].map { batch in
      CurvePoint(batch: batch, seconds: model.seconds(ofBatch: batch))
    }
    let comparison = try #require(CurveComparison(points))
    #expect(comparison.chosen.model.form == model.form)
    #expect(comparison.chosen.worst.error < 1e-6)
    #expect(comparison.chosen.rSquared > 0.999999)
  }

  @Test func `neither part of a line is negative`() throws {
    let rising = [(1, 1.0), (2, 2.5), (4, 6.0)].map { CurvePoint(batch: $0.0, seconds: $0.1) }
    let falling = [(1, 3.0), (2, 2.0), (4, 1.0)].map { CurvePoint(batch: $0.0, seconds: $0.1) }
    #expect(try Self.figures(rising, .affine)[0] == 0)
    #expect(try Self.figures(falling, .affine)[1] == 0)
  }

  @Test func `no neighbour of the smooth maximum fits better`() throws {
    let points = MeasuredCurve.pyTorchResNet50
    let fit = try Self.figures(points, .smoothMax)
    func squares(_ f: [Double]) -> Double {
      let model = CurveModel.smoothMax(
        floor: f[0] / 1_000, perItem: f[1] / 1_000, sharpness: f[2])
      return points.reduce(0) { sum, point in
        let error = model.seconds(ofBatch: point.batch) / point.seconds - 1
        return sum + error * error
      }
    }
    let least = squares(fit)
    for index in 0..<3 {
      for factor in [0.999, 1.001] {
        var near = fit
        near[index] *= factor
        #expect(squares(near) > least)
      }
    }
  }

  @Test func `few points are not judged`() throws {
    let points = Array(MeasuredCurve.ssd.prefix(2))
    let two = try #require(CurveComparison(points))
    #expect(two.chosen.model == .table(points))
    #expect(two.chosen.leaveOneOut == nil)
    #expect(two.fits.count == 2)
    #expect(CurveComparison(Array(points.prefix(1))) == nil)
  }

  @Test func `a table that falls at its end is not chosen`() throws {
    let points = [(1, 5.0), (2, 9.0), (4, 8.0)].map { CurvePoint(batch: $0.0, seconds: $0.1) }
    let comparison = try #require(CurveComparison(points))
    #expect(comparison.tableFallsAtEnd)
    #expect(comparison.chosen.model.form == .affine)
  }
}
