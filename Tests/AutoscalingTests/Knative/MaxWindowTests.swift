import Autoscaling
import Testing

struct MaxWindowTests {
  @Test(arguments: 1...20)
  func `it holds the largest value of the last ticks`(_ seed: UInt64) {
    var state = seed
    func draw(below bound: UInt64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((state >> 33) % bound)
    }
    let size = 1 + draw(below: 7)
    var window = MaxWindow(size: Int(size))
    var values: [(tick: Int64, value: Int)] = []
    var tick: Int64 = -5
    for _ in 0..<300 {
      tick += draw(below: 3)
      let value = Int(draw(below: 10))
      window.record(value, at: tick)
      values.append((tick, value))
      let largest = values.filter { $0.tick > tick - size }.map(\.value).max()
      #expect(window.current == largest)
    }
  }
}
