/// Measures how fast the engine simulates: `Benchmark [--short | --full] [--only NAME] [--runs N]`.
///
/// Every round runs the reference loop and each case once, so that all see the same machine.
/// `--short` makes two rounds; `--full` adds a day of a thousand streams. Speed is never asserted.

/// What the command line asks for.
struct Choice {
  var only: String?
  var runs = 5
  var isFull = false

  /// Nil when the arguments make no sense.
  init?(_ arguments: ArraySlice<String>) {
    var rest = arguments
    while let option = rest.popFirst() {
      switch option {
      case "--short": runs = 2
      case "--full": isFull = true
      case "--only":
        guard let name = rest.popFirst() else { return nil }
        only = name
      case "--runs":
        guard let count = rest.popFirst().flatMap({ Int($0) }), count > 0 else { return nil }
        runs = count
      default: return nil
      }
    }
  }
}

/// Runs the chosen cases and prints a line for each.
func report(_ choice: Choice) async throws {
  let built = BenchmarkCase.policies + BenchmarkCase.builtIn + [try BenchmarkCase.mm1()]
  let cases =
    [BenchmarkCase.reference] + built.filter { choice.only == nil || $0.name == choice.only }
  var measurements = cases.map { Measurements($0.name, unit: $0.unit) }
  for _ in 0..<choice.runs {
    for index in cases.indices {
      let run = try cases[index].measure()
      measurements[index].add(items: run.items, seconds: run.seconds)
    }
  }
  print(Measurements.heading)
  for measurement in measurements { print(measurement.row(reference: measurements[0])) }
  guard choice.only == nil else { return }
  reportSimPy(beside: measurements[measurements.count - 1])
  print("two threads over one: \(Measurements.decimal(try await Machine.speedUp())) times")
  if choice.isFull {
    let day = try BenchmarkCase.day.measure()
    print(
      "1,000 streams for a day: \(day.items) frames in \(Measurements.decimal(day.seconds)) s, "
        + "at most \(Machine.peakMemory) MB")
  }
}

/// The same queue in SimPy, in the same invocation.
func reportSimPy(beside mm1: Measurements) {
  guard let run = SimPy.measure(customers: 200_000) else {
    print("SimPy: skipped, python3 with simpy is not there (pip install simpy)")
    return
  }
  let cost = run.seconds * 1e9 / Double(run.items)
  print(
    "SimPy, the same M/M/1: \(Measurements.decimal(1e3 / cost)) M/s; "
      + "mm1 is \(Measurements.decimal(cost / mm1.best)) times as fast")
}

if let choice = Choice(CommandLine.arguments.dropFirst()) {
  try await report(choice)
} else {
  print("usage: Benchmark [--short | --full] [--only NAME] [--runs N]")
}
