import Capacity
import Experiments
import Kernel
import Simulation
import Statistics

/// The results of a run, filled file by file.
struct RunResults {
  /// The files that are read, what names the replications first.
  static let tables: [CSVTable] = [
    .replications, .populations, .latencyHistogram, .latencyParts, .timeline, .costs, .instances,
    .decisions,
  ]

  private let scenario: Scenario
  private let replications: Int
  private(set) var results: [ArchitectureResult]
  /// Counts of buckets by architecture, population and part.
  private var counts: [[[[Int64]]]]

  /// Nothing yet of `replications` of each of the scenario's architectures.
  init(_ scenario: Scenario, replications: Int) {
    self.scenario = scenario
    self.replications = replications
    results = scenario.architectures.map { architecture in
      ArchitectureResult(
        architecture: architecture, replications: [],
        populations: scenario.populations.map {
          PopulationResult(
            name: $0.name, offered: 0, outcomes: OutcomeCounts(), latency: LatencyParts())
        })
    }
    let empty = Histogram().counts
    counts = scenario.architectures.map { _ in
      scenario.populations.map { _ in LatencyParts.Part.allCases.map { _ in empty } }
    }
  }

  /// Reads one file whole.
  mutating func take(_ table: CSVTable, _ bytes: [UInt8]) throws(RunProblem) {
    var rows = try CSVRows(table, bytes)
    while let row = try rows.next() {
      switch table {
      case .replications: try takeMetric(row)
      case .populations: try takePopulation(row)
      case .latencyHistogram: try takeBucket(row, part: .total, upper: 2)
      case .latencyParts:
        let part = try row.known(2, "network, queue or service") { LatencyParts.Part(rawValue: $0) }
        try takeBucket(row, part: part, upper: 3)
      default:
        let architecture = try self.architecture(row)
        let place = try self.replication(row, of: architecture)
        try Self.take(row, of: table, into: &results[architecture].replications[place])
      }
    }
  }

  /// The results, once they agree with each other.
  func checked() throws(RunProblem) -> [ArchitectureResult] {
    var results = results
    for index in results.indices {
      let name = results[index].architecture.name
      guard results[index].replications.count == replications else {
        throw RunProblem(
          CSVTable.replications.rawValue,
          "\(name) has \(Words.count(results[index].replications.count, "replication")), "
            + "the manifest says \(replications)")
      }
      for digest in results[index].replications {
        let charged = digest.ledger.reduce(Money.zero) { $0 + $1.amount }
        guard digest.metrics[.cost].map({ $0 == charged.dollars }) ?? true else {
          throw RunProblem(
            CSVTable.costs.rawValue,
            "the charges of \(name), replication \(digest.replication), do not add up to its cost")
        }
      }
      for place in results[index].populations.indices {
        try settle(&results[index].populations[place], counts[index][place], name)
      }
    }
    return results
  }

  private func settle(
    _ population: inout PopulationResult, _ counts: [[Int64]], _ name: String
  ) throws(RunProblem) {
    let answered = population.outcomes[.served] + population.outcomes[.late]
    guard population.offered == population.outcomes.total else {
      throw RunProblem(
        CSVTable.populations.rawValue,
        "\(population.offered) frames of \(name) were offered, \(population.outcomes.total) ended")
    }
    let parts = counts.map { Histogram(counts: $0, sumOfNanoseconds: (0, 0)) }
    for (part, histogram) in zip(LatencyParts.Part.allCases, parts)
    where histogram.total != answered {
      let file = part == .total ? CSVTable.latencyHistogram : .latencyParts
      throw RunProblem(
        file.rawValue,
        "\(histogram.total) frames of \(name) have a \(part.rawValue) latency, \(answered) were "
          + "answered")
    }
    population.latency.total = parts[0]
    population.latency.network = parts[1]
    population.latency.queue = parts[2]
    population.latency.service = parts[3]
  }

  private func architecture(_ row: CSVRow) throws(RunProblem) -> Int {
    let names = results.map(\.architecture.name)
    return try row.known(0, "one of \(names.joined(separator: ", "))") { name in
      names.firstIndex(of: name)
    }
  }

  private func replication(_ row: CSVRow, of architecture: Int) throws(RunProblem) -> Int {
    let number = try row.integer(1)
    let known = results[architecture].replications
    // Rows stand together, so the place is nearly always the number.
    if known.indices.contains(number), known[number].replication == number { return number }
    return try row.known(1, "a replication of replications.csv") { _ in
      known.firstIndex { $0.replication == number }
    }
  }

  private mutating func takeMetric(_ row: CSVRow) throws(RunProblem) {
    let architecture = try architecture(row)
    let number = Int(try row.count(1))
    let metric = try row.known(2, "a metric") { Metric(rawValue: $0) }
    let value = try row.number(4)
    if results[architecture].replications.last?.replication != number {
      guard !results[architecture].replications.contains(where: { $0.replication == number }) else {
        throw row.wrong(1, "the rows of a replication to stand together")
      }
      results[architecture].replications.append(
        ReplicationDigest(
          replication: number, metrics: [:], quantiles: [], timeline: [], instances: [],
          decisions: [], ledger: []))
    }
    let last = results[architecture].replications.count - 1
    guard
      results[architecture].replications[last].metrics.updateValue(value, forKey: metric) == nil
    else { throw row.wrong(2, "each metric once") }
  }

  private func population(_ row: CSVRow) throws(RunProblem) -> Int {
    let names = scenario.populations.map(\.name)
    return try row.known(1, "one of \(names.joined(separator: ", "))") { name in
      names.firstIndex(of: name)
    }
  }

  private mutating func takePopulation(_ row: CSVRow) throws(RunProblem) {
    let architecture = try architecture(row)
    let population = try population(row)
    results[architecture].populations[population].offered = try row.count(2)
    for (place, outcome) in Outcome.allCases.enumerated() {
      results[architecture].populations[population].outcomes[outcome] = try row.count(3 + place)
    }
  }

  private mutating func takeBucket(
    _ row: CSVRow, part: LatencyParts.Part, upper: Int
  ) throws(RunProblem) {
    let architecture = try architecture(row)
    let population = try population(row)
    let end = try row.optionalMilliseconds(upper) ?? .zero
    let bucket = Histogram.bucket(of: SimDuration(nanoseconds: end.nanoseconds - 1))
    guard let place = LatencyParts.Part.allCases.firstIndex(of: part),
      Histogram.upperBound(ofBucket: bucket) == end
    else { throw row.wrong(upper, "the end of a bucket") }
    counts[architecture][population][place][bucket] = try row.count(upper + 1)
  }
}
