import Capacity
import Kernel
import Testing

@Suite struct CommitmentTermsTests {
  /// Amazon EC2 user guide, "Calculate Reserved Instance pricing discounts"
  /// (awsdocs/amazon-ec2-user-guide 0965564): a one-year t2.small, $60 upfront and $0.007 an hour,
  /// has a list value of $121.32.
  @Test func `a list value is the upfront fee and every hour of the term`() {
    let terms = CommitmentTerms(
      term: .oneYear, upfront: usd(60), hourly: HourlyPrice(dollarsPerHour: 0.007))
    #expect(terms.listValue == usd(121.32))
    #expect(terms.effectivePrice.nanodollarsPerHour == 13_849_315)
  }

  /// g2-standard-4 in us-central1, Google Cloud price list of 2025-03-06: on demand $0.706832,
  /// one year $0.445304 (37% off), three years $0.318075 (55% off).
  @Test(
    arguments: [
      (CommitmentTerm.oneYear, 370_000, 0.445304), (.threeYears, 550_000, 0.318075),
    ] as [(CommitmentTerm, Int64, Double)])
  func `a discount comes off the on-demand price`(
    term: CommitmentTerm, perMillion: Int64, dollars: Double
  ) {
    let terms = CommitmentTerms(
      term: term, off: HourlyPrice(dollarsPerHour: 0.706832), discountPerMillion: perMillion)
    #expect(abs(terms.effectivePrice.dollarsPerHour - dollars) < 0.000001)
  }
}
