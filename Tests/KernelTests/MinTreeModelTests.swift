import Kernel
import Testing

@Suite struct MinTreeModelTests {
  @Test(arguments: 0..<60)
  func `the earliest is the naive minimum, ties to the lowest index`(seed: Int) {
    var words = RandomWords(seed: UInt64(seed))
    var tree = MinTree(capacity: 1)
    var model = [Int64.max]
    for _ in 0..<400 {
      if words.next() % 16 == 0, model.count < 130 {
        let room = model.count + Int(words.next() % 9) + 1
        tree.reserve(room)
        model += Array(repeating: .max, count: room - model.count)
      }
      let index = Int(words.next() % UInt64(model.count))
      // Few distinct values, so that ties are common; now and then never.
      let instant = words.next() % 7 == 0 ? Int64.max : Int64(words.next() % 12) - 6
      tree.set(index, to: instant)
      model[index] = instant
      let earliest = model.min() ?? .max
      #expect(tree.earliest == earliest)
      if earliest < .max { #expect(tree.earliestIndex == model.firstIndex(of: earliest)) }
      #expect(tree[index] == instant)
    }
    for index in model.indices { #expect(tree[index] == model[index]) }
  }

  @Test func `an empty tree is at never`() {
    let tree = MinTree(capacity: 5)
    #expect(tree.earliest == .max)
    #expect(tree.capacity >= 5)
  }
}
