import Kernel
import Testing

@Suite struct PhiloxTests {
  // The known-answer vectors published with Random123 (kat_vectors, philox4x32 10).
  @Test func `blocks equal the published known answers`() {
    let zero = Philox.block(counter: .init(0, 0, 0, 0), key: (0, 0))
    #expect(zero == .init(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    let ones = Philox.block(
      counter: .init(.max, .max, .max, .max), key: (.max, .max))
    #expect(ones == .init(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    let pi = Philox.block(
      counter: .init(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
      key: (0xa409_3822, 0x299f_31d0))
    #expect(pi == .init(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test func `a stream depends on seed, replication, purpose, group and entity alone`() {
    let source = RandomSource(seed: 42, replication: 3)
    var first = source.stream(.jitter, group: 1, entity: 5)
    var again = source.stream(.jitter, group: 1, entity: 5)
    let words = (0..<9).map { _ in first.next32() }
    #expect(words == (0..<9).map { _ in again.next32() })
    var others = [
      source.stream(.network, group: 1, entity: 5), source.stream(.jitter, group: 2, entity: 5),
      source.stream(.jitter, group: 1, entity: 6),
      RandomSource(seed: 42, replication: 4).stream(.jitter, group: 1, entity: 5),
      RandomSource(seed: 43, replication: 3).stream(.jitter, group: 1, entity: 5),
    ]
    for index in others.indices { #expect(others[index].next32() != words[0]) }
  }

  @Test func `uniform numbers stay inside the open interval and average a half`() {
    var stream = RandomSource(seed: 1, replication: 0).stream(.phase, group: 0, entity: 0)
    var sum = 0.0
    for _ in 0..<100_000 {
      let u = stream.nextUniform()
      #expect(u > 0 && u < 1)
      sum += u
    }
    // Five standard errors of 1/√12/√100,000: wrong once in 1.7 million seeds.
    #expect((sum / 100_000 - 0.5).magnitude < 5 * 0.2887 / 316.2)
  }
}
