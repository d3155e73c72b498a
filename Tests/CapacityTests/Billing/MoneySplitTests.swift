import Capacity
import Kernel
import Testing

@Suite struct MoneySplitTests {
  @Test func `a cent among three goes by the largest remainders, the first of equals`() {
    let parts = Money(nanodollars: 10).split(by: [1, 1, 1])
    #expect(parts.map(\.nanodollars) == [4, 3, 3])
    #expect(Money(nanodollars: 10).split(by: [1, 2, 2]).map(\.nanodollars) == [2, 4, 4])
    #expect(Money(nanodollars: 7).split(by: [10, 0, 5]).map(\.nanodollars) == [5, 0, 2])
  }

  @Test func `without weights all get the same, and what is given back is split as a charge is`() {
    #expect(Money(nanodollars: 5).split(by: [0, 0]).map(\.nanodollars) == [3, 2])
    #expect(Money(nanodollars: -10).split(by: [1, 1, 1]).map(\.nanodollars) == [-4, -3, -3])
    #expect(Money(nanodollars: 9).split(by: [0]).map(\.nanodollars) == [9])
  }

  @Test(arguments: 0..<50)
  func `parts always add up to the whole`(seed: Int) {
    var random = RandomSource(seed: UInt64(seed), replication: 0).stream(
      .jitter, group: 0, entity: 0)
    let weights = (0..<(1 + seed % 7)).map { _ in Int128(random.next32()) << Int128(seed) }
    let amount = Money(nanodollars: Int64(random.next32()) << 30 | Int64(random.next32()))
    let parts = amount.split(by: weights)
    #expect(parts.reduce(Money.zero, +) == amount)
    #expect(parts.allSatisfy { $0 >= .zero })
  }
}
