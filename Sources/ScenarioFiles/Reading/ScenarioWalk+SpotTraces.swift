import Capacity
import Kernel

extension ScenarioWalk {
  /// The keys that place a trace against the clock.
  private static let placing = ["file", "time", "from", "at", "at_end"]

  /// The number of instances that a market would hold, from a CSV file:
  /// `{file: F, time: t_seconds, available: available, from: 95min, at: 14h, at_end: loop}`.
  ///
  /// `from`, a time of the trace, is played at `at`, a time from the start of the measured span;
  /// both are 0 unless given. `at_end` is `hold` or `loop`. A trace that goes back in time, or has
  /// two rows at one instant, is reported at its row.
  mutating func availabilityTrace(_ node: YAMLNode) -> TimedSteps<Int>? {
    steps(node, "a trace of availability", column: "available") { table, row, column in
      table.count(row, column)
    }
  }

  /// The price of a spot instance, from a CSV file of dollars an hour:
  /// `{file: F, time: t_seconds, price: price}`, and the rest as for availability.
  mutating func priceTrace(_ node: YAMLNode) -> TimedSteps<HourlyPrice>? {
    steps(node, "a trace of prices", column: "price") { table, row, column in
      table.hourlyPrice(row, column)
    }
  }

  private mutating func steps<Value>(
    _ node: YAMLNode, _ what: String, column: String,
    value: (inout CSVTable, CSVTable.Row, String) -> Value?
  ) -> TimedSteps<Value>? {
    guard let section = section(node, what, keys: Self.placing + [column]),
      let file = required("file", in: section)
    else { return nil }
    let timeName = text(section["time"], default: "t_seconds")
    let valueName = text(section[column], default: column)
    let ending = section["at_end"].map {
      option($0, of: "end of a trace", as: TimedSteps<Value>.Ending.self)
    }
    let from = section["from"].map { duration($0) } ?? .zero
    let at = section["at"].map { duration($0) } ?? .zero
    let columns = [(timeName, section["time"] ?? file), (valueName, section[column] ?? file)]
    guard var table = table(file, columns: columns) else { return nil }
    var steps: [TimedSteps<Value>.Step] = []
    while let row = table.next() {
      guard let seconds = table.seconds(row, timeName, atLeast: 0),
        let value = value(&table, row, valueName)
      else { continue }
      let time = SimDuration(seconds: seconds)
      if let last = steps.last?.at, time <= last {
        let fault = Problem.RowFault.notAscending(
          column: timeName, text: Self.words(time), before: Self.words(last))
        table.add(fault, row, timeName)
      } else {
        steps.append(.init(at: time, value: value))
      }
    }
    guard finish(table, file), let from, let at, let ending = ending ?? .hold else { return nil }
    guard ending == .hold || steps.count > 1 else {
      report(.trace(.tooFewRows(file.text ?? "")), at: file)
      return nil
    }
    return TimedSteps(steps, ending: ending, offset: from - at)
  }
}

extension CSVTable {
  /// A price in dollars an hour from 0 to 100,000, or nil with a fault.
  fileprivate mutating func hourlyPrice(_ row: Row, _ column: String) -> HourlyPrice? {
    guard let text = field(row, column) else { return nil }
    if case .success(let number) = NumberText.read(text), number.rest.isEmpty,
      (0...100_000).contains(number.value)
    {
      return HourlyPrice(dollarsPerHour: number.value)
    }
    add(.value(column: column, text: text, expected: "dollars an hour from 0 up"), row, column)
    return nil
  }
}
