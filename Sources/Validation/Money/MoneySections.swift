/// What the page says of money, and what in it must not be.
struct MoneySections {
  var body: [String]
  var faults: [String]

  static func make(_ ledger: LedgerSection) async throws -> MoneySections {
    var billing = BillingSection()
    var body = [PageText.billing, try billing.table()]
    var reserved = ReservedSection()
    body += [PageText.reserved, try await reserved.drawn()]
    body += [PageText.swept, try await reserved.swept()]
    body += [PageText.ledger, ledger.text]
    return MoneySections(body: body, faults: billing.wrong + reserved.wrong + ledger.wrong)
  }
}
