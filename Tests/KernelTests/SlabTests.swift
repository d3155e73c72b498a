import Kernel
import Testing

@Suite struct SlabTests {
  @Test func `a slab keeps its elements while it grows`() {
    var slab = Slab<Int>(repeating: 7, count: 3)
    for value in 0..<5_000 {
      slab.append(value)
    }
    #expect(slab.count == 5_003)
    #expect((slab[0], slab[2], slab[3], slab[5_002]) == (7, 7, 0, 4_999))
    for value in 0..<5_000 where slab[value + 3] != value { Issue.record("lost \(value)") }
    slab[1] += 5
    #expect((slab[0], slab[1], slab[2]) == (7, 12, 7))
  }

  @Test func `a slab of nothing can be filled, emptied and filled again`() {
    var slab = Slab<Int64>(repeating: 0, count: 0)
    #expect(slab.count == 0)
    slab.append(contentsOf: [1, 2, 3])
    #expect(slab.removeLast() == 3)
    #expect(slab.removeLast() == 2)
    slab.append(9)
    #expect((slab.count, slab[0], slab[1]) == (2, 1, 9))
    #expect(Slab([4, 5, 6])[2] == 6)
    #expect(Slab([Int]()).count == 0)
  }
}
