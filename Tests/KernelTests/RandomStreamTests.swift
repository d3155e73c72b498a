import Kernel
import Testing

@Suite struct RandomStreamTests {
  @Test func `a stream begun at a block goes on as the whole stream does from there`() {
    let source = RandomSource(seed: 0x1234_5678_9ABC, replication: 3)
    var whole = source.stream(.reclaimLuck, group: 77, entity: 4711)
    for block in 0..<50 {
      var part = source.stream(.reclaimLuck, group: 77, entity: 4711, block: block)
      for _ in 0..<4 { #expect(whole.next32() == part.next32()) }
    }
  }
}
