/// Measures how fast the engine simulates: `Benchmark [--only NAME] [--runs N]`.
///
/// Every round runs the reference loop and each case once, so that all see the same machine.

/// What the command line asks for, or nil when it makes no sense.
func options(_ arguments: [String]) -> (only: String?, runs: Int)? {
  var only: String?
  var runs = 5
  var index = 1
  while index < arguments.count {
    guard index + 1 < arguments.count else { return nil }
    switch arguments[index] {
    case "--only": only = arguments[index + 1]
    case "--runs":
      guard let count = Int(arguments[index + 1]), count > 0 else { return nil }
      runs = count
    default: return nil
    }
    index += 2
  }
  return (only, runs)
}

func report(_ cases: [BenchmarkCase], runs: Int) throws {
  let all = [BenchmarkCase.reference] + cases
  var measurements = all.map { Measurements($0.name, unit: $0.unit) }
  for _ in 0..<runs {
    for index in all.indices {
      let run = try all[index].measure()
      measurements[index].add(items: run.items, seconds: run.seconds)
    }
  }
  print(Measurements.heading)
  for measurement in measurements { print(measurement.row(reference: measurements[0])) }
}

let names = BenchmarkCase.builtIn.map(\.name).joined(separator: ", ")
if let options = options(CommandLine.arguments) {
  let cases = BenchmarkCase.builtIn.filter { options.only == nil || $0.name == options.only }
  if cases.isEmpty, let only = options.only {
    print("no case '\(only)'; there are: \(names)")
  } else {
    try report(cases, runs: options.runs)
  }
} else {
  print("usage: Benchmark [--only NAME] [--runs N]; cases: \(names)")
}
