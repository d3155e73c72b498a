/// The page `docs/validation.md`, and what on it must not be.
struct ValidationPage {
  var text: String
  var faults: [String]

  static func make() async throws -> ValidationPage {
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
    var coverage = CoverageSection()
    body += [PageText.coverage, try await coverage.text()]
    body += [PageText.pairing, try await PairingSection().table()]
    var lambda = LambdaSection()
    let measured = try await lambda.table()
    body += [PageText.lambda(lambda), measured]
    var triton = TritonSection()
    body += [PageText.triton, try await triton.text()]
    body += [PageText.holdOut, try await HoldOutSection().text()]
    body += [PageText.ownBatcher, try await OwnBatcherSection().text()]
    body += [PageText.tritonRest(triton)]
    var faults = exact.impossible + streams.wrong + autoscaler.wrong
    if !coverage.isRight { faults.append("intervals cover \(coverage.covering) of 1000") }
    if !lambda.isRight { faults.append("serverless pools are off what Lambda did") }
    let head = PageText.head(exact, coverage, lambda, triton)
    return ValidationPage(
      text: ([head] + body).joined(separator: "\n\n") + "\n", faults: faults)
  }
}
