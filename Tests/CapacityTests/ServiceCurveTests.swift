import Capacity
import Kernel
import Testing

@Suite struct ServiceCurveTests {
  static func curve(_ shape: ServiceCurve.Shape, cv: Double = 0, sharing: [Double] = [])
    -> ServiceCurve
  {
    ServiceCurve(gpu: "T4", shape: shape, cv: cv, sharing: sharing)
  }

  @Test func `a table is linear between points and keeps its last slope`() {
    let table = Self.curve(
      .table([
        .init(batch: 2, seconds: 0.010), .init(batch: 4, seconds: 0.016),
        .init(batch: 8, seconds: 0.024),
      ]))
    let expected = [1: 0.010, 2: 0.010, 3: 0.013, 4: 0.016, 6: 0.020, 8: 0.024, 10: 0.028]
    for (batch, seconds) in expected {
      #expect((table.seconds(ofBatch: batch) - seconds).magnitude < 1e-15, "batch \(batch)")
    }
  }

  @Test func `one point is a floor below and a proportion above`() {
    let point = Self.curve(.table([.init(batch: 4, seconds: 0.02)]))
    #expect(point.seconds(ofBatch: 1) == 0.02)
    #expect(point.seconds(ofBatch: 4) == 0.02)
    #expect(point.seconds(ofBatch: 8) == 0.04)
  }

  @Test func `affine and smooth-max follow their formulas`() {
    #expect(Self.curve(.affine(base: 0.5, perItem: 0.25)).seconds(ofBatch: 6) == 2)
    let smooth = Self.curve(.smoothMax(floor: 3, perItem: 1, sharpness: 2))
    #expect((smooth.seconds(ofBatch: 4) - 5).magnitude < 1e-14)
    let steep = Self.curve(.smoothMax(floor: 0.003, perItem: 0.001, sharpness: 900))
    #expect((steep.seconds(ofBatch: 8) - 0.008).magnitude < 1e-12)
    #expect((steep.seconds(ofBatch: 1) - 0.003).magnitude < 1e-12)
  }

  @Test func `copies slow each other by their number over their joint throughput`() {
    let shared = Self.curve(.affine(base: 1, perItem: 0), sharing: [1, 1.6, 1.8])
    #expect(shared.slowdown(busyLanes: 1) == 1)
    #expect(shared.slowdown(busyLanes: 2) == 1.25)
    #expect(shared.slowdown(busyLanes: 3) == 3 / 1.8)
    #expect(shared.slowdown(busyLanes: 6) == 6 / 1.8)
    #expect(Self.curve(.affine(base: 1, perItem: 0)).slowdown(busyLanes: 3) == 3)
  }

  @Test func `variation has mean one and the curve's coefficient of variation`() throws {
    #expect(Self.curve(.affine(base: 1, perItem: 0)).variation == nil)
    let variation = try #require(Self.curve(.affine(base: 1, perItem: 0), cv: 0.3).variation)
    #expect((variation.mean - 1).magnitude < 1e-15)
    guard case .lognormal(_, let sigma, _) = variation else {
      Issue.record("a lognormal")
      return
    }
    #expect((Elementary.exp(sigma * sigma) - 1 - 0.09).magnitude < 1e-15)
  }

  @Test func `a model finds its curve by GPU and precision`() {
    let model = Model(
      name: "m",
      curves: [
        ServiceCurve(gpu: "T4", precision: "fp16", shape: .affine(base: 1, perItem: 1)),
        ServiceCurve(gpu: "T4", precision: "int8", shape: .affine(base: 2, perItem: 1)),
        ServiceCurve(gpu: "L4", shape: .affine(base: 3, perItem: 1)),
      ])
    #expect(model.curve(on: "T4", precision: "int8")?.shape == .affine(base: 2, perItem: 1))
    #expect(model.curve(on: "T4", precision: nil) == nil)
    #expect(model.curve(on: "L4", precision: nil)?.shape == .affine(base: 3, perItem: 1))
    #expect(model.curve(on: "A100", precision: nil) == nil)
  }
}
