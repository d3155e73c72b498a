import Capacity
import Kernel
import Testing

@Suite struct FeatureReadsTests {
  /// "Understanding Cost Units" (ScyllaDB's guide to DynamoDB): 300 B take one read unit, 5,000 B
  /// two. AWS, "How AWS Pricing Works": a strongly consistent read of up to 4 KB takes one.
  @Test(
    arguments: [(0, 1), (300, 1), (4_096, 1), (4_097, 2), (5_000, 2), (8_192, 2)]
      as [(Int64, Int64)])
  func `a read takes a unit for each 4 KB begun`(size: Int64, units: Int64) {
    let reads = FeatureReads(units: UnitPrice(usd(0.25), per: 1_000_000))
    #expect(reads.units(forRecordOf: Bytes(size)) == units)
  }

  /// DynamoDB on demand in us-east-1, 2025: $0.25 a million read units.
  @Test func `reads cost their units`() {
    let reads = FeatureReads(units: UnitPrice(usd(0.25), per: 1_000_000))
    #expect(reads.charge(reads: 3_000_000, ofRecordsOf: Bytes(5_000)) == usd(1.5))
  }
}
