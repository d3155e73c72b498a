/// The page `docs/validation.md`, and what on it must not be.
struct ValidationPage {
  var text: String
  var faults: [String]

  static func make() async throws -> ValidationPage {
    var clock = Stopwatch()
    var exact = ClosedFormSection()
    var body: [String] = []
    let groups: [(String, [ExactCase])] = [
      ("### One server", ExactCase.singleServer), ("### Several servers", ExactCase.manyServers),
      (PageText.batching, ExactCase.batching), (PageText.demand, ExactCase.demand),
      (PageText.serverless, ExactCase.serverless),
    ]
    for (heading, cases) in groups { body += [heading, try await exact.table(cases)] }
    var streams = StreamSection()
    body += [PageText.streams, try streams.table()]
    var autoscaler = AutoscalerSection()
    body += [PageText.autoscaler, autoscaler.table(), PageText.notExpressed]
    clock.lap("closed forms")
    body += [PageText.availability, try await exact.table(ExactCase.spot)]
    body += [PageText.failures, try await exact.table(ExactCase.failures)]
    clock.lap("availability")
    var reclaims = ReclaimSection()
    body += [PageText.reclaims, try await reclaims.table()]
    clock.lap("reclaims")
    var coverage = CoverageSection()
    body += [PageText.coverage, try await coverage.text()]
    clock.lap("coverage")
    var shipped = PairingSection()
    body += [PageText.pairing, try await shipped.table()]
    clock.lap("shipped scenarios")
    let money = try await MoneySections.make(shipped.ledger)
    body += money.body
    clock.lap("money")
    var lambda = LambdaSection()
    let measured = try await lambda.table()
    body += [PageText.lambda(lambda), measured]
    clock.lap("Lambda")
    var triton = TritonSection()
    body += [PageText.triton, try await triton.text()]
    clock.lap("Triton")
    body += [PageText.holdOut, try await HoldOutSection().text()]
    clock.lap("Triton, held out")
    body += [PageText.ownBatcher, try await OwnBatcherSection().text()]
    clock.lap("Triton, own batcher")
    body += [PageText.tritonRest(triton)]
    var faults = exact.impossible + streams.wrong + autoscaler.wrong + reclaims.wrong + money.faults
    if !coverage.isRight { faults.append("intervals cover \(coverage.covering) of 1000") }
    if !lambda.isRight { faults.append("serverless pools are off what Lambda did") }
    let head = PageText.head(exact, coverage, lambda, triton)
    return ValidationPage(
      text: ([head] + body).joined(separator: "\n\n") + "\n", faults: faults)
  }
}
