import Capacity
import Kernel
import Testing

@Suite struct TieredEgressTests {
  private static let tebibyte: Int64 = 1 << 40

  /// AWS data transfer out, us-east-1: $0.09 to 10 TB, $0.085 for 40 TB, $0.07 for 100 TB, $0.05.
  private let aws = TieredEgress(tiers: [
    .init(end: Bytes(10 * tebibyte), price: .perGibibyte(usd(0.09))),
    .init(end: Bytes(50 * tebibyte), price: .perGibibyte(usd(0.085))),
    .init(end: Bytes(150 * tebibyte), price: .perGibibyte(usd(0.07))),
    .init(end: Bytes(.max), price: .perGibibyte(usd(0.05))),
  ])

  /// "Understanding AWS S3 Pricing", devnotes.tech: 15 TB cost $921.60 + $435.20 = $1,356.80.
  @Test func `each gibibyte costs the price of its tier`() {
    #expect(aws.charge(for: Bytes(15 * Self.tebibyte)) == usd(1_356.8))
    let large = 921.6 + 3_481.6 + 7_168 + 50 * 51.2
    #expect(aws.charge(for: Bytes(200 * Self.tebibyte)) == usd(large))
  }

  @Test func `a week bears its share of the month that it projects`() {
    let month = SimDuration.hours(730)
    let day = Bytes(15 * Self.tebibyte * 24 / 730)
    let share = aws.charge(for: day, in: .hours(24), ofMonth: month)
    #expect(abs(share.dollars - 1_356.8 * 24 / 730) < 0.000001)
    let volume = Bytes(15 * Self.tebibyte)
    #expect(aws.charge(for: volume, in: month, ofMonth: month) == aws.charge(for: volume))
  }

  @Test(arguments: 0..<20 as Range<UInt32>)
  func `more volume never costs less, and less per byte`(seed: UInt32) {
    var draws = Draws(seed)
    var volume = Bytes(1 + draws.below(Self.tebibyte))
    var before = aws.charge(for: volume)
    for _ in 0..<100 {
      let more = Bytes(volume.count + draws.below(2 * Self.tebibyte))
      let charge = aws.charge(for: more)
      #expect(charge >= before)
      // Each charge is within half a nanodollar of exact.
      let slack = 1e-9 / Double(volume.count)
      #expect(
        charge.dollars / Double(more.count) <= before.dollars / Double(volume.count) + slack)
      (volume, before) = (more, charge)
    }
  }
}
