import Autoscaling
import Kernel
import Testing

struct ManagedInstanceGroupSizeTests {
  static func sizes(
    _ settings: ManagedInstanceGroupSize.Settings, _ needs: [(Int64, Int)]
  ) -> [Int] {
    var group = ManagedInstanceGroupSize(settings)
    return needs.map { group.recommend($0.1, at: .zero + .seconds($0.0)) }
  }

  @Test func `a peak holds until it is older than the stabilisation period`() {
    #expect(Self.sizes(.init(), [(0, 9), (600, 2), (601, 2)]) == [9, 9, 2])
  }

  @Test func `an initialisation period that is longer takes its place`() {
    let settings = ManagedInstanceGroupSize.Settings(
      stabilization: .seconds(60), initialization: .seconds(300))
    #expect(Self.sizes(settings, [(0, 9), (300, 2), (301, 2)]) == [9, 9, 2])
  }

  @Test func `scale-in control lets so many go from the peak of its window`() {
    let settings = ManagedInstanceGroupSize.Settings(
      stabilization: .zero, initialization: .zero,
      scaleInControl: .init(.replicas(3), window: .seconds(100)))
    #expect(Self.sizes(settings, [(0, 10), (1, 1), (100, 1), (101, 1)]) == [10, 7, 7, 4])
  }

  /// A window that forgets too early or too late differs from a look through all needs.
  @Test(arguments: 1...20 as ClosedRange<Int64>)
  func `the size is the highest need of the window`(_ seed: Int64) {
    var needs: [(Int64, Int)] = []
    var state = UInt64(seed)
    for step in 0..<Int64(200) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      needs.append((step * 30, Int(state >> 33) % 50))
    }
    let found = Self.sizes(.init(), needs)
    for (index, need) in needs.enumerated() {
      let window = needs[...index].filter { $0.0 >= need.0 - 600 }
      #expect(found[index] == window.map(\.1).max())
    }
  }
}
