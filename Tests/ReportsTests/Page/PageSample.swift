import Capacity
import Experiments
import Kernel
import Simulation
import Statistics

/// Results at the ends of what a page must tell.
enum PageSample {
  /// One architecture, one replication, no objective: nothing to compare and no interval.
  static let single = Sample.comparison([one(Sample.packed)], objectives: [])

  /// No interval of time, no charge and no answered frame.
  static let empty: Comparison = {
    var comparison = single
    comparison.results[0].replications[0].timeline = []
    comparison.results[0].replications[0].ledger = []
    comparison.results[0].populations = [
      PopulationResult(
        name: "users", offered: 0, outcomes: OutcomeCounts(), latency: LatencyParts())
    ]
    return comparison
  }()

  /// Two architectures without a late frame.
  static let clean: Comparison = {
    var still = Sample.packed
    still.late = [0, 0, 0]
    var other = Sample.predicting
    other.late = [0, 0, 0]
    var comparison = Sample.comparison([still, other])
    for index in comparison.results.indices {
      for place in comparison.results[index].replications.indices {
        comparison.results[index].replications[place].timeline = rows(count: 48, minutes: 30)
      }
    }
    return comparison
  }()

  /// Nothing is ever served in time, and no instance is ever ready.
  static let troubled: Comparison = {
    var comparison = Sample.comparison([Sample.reactive, Sample.spot])
    for index in comparison.results.indices {
      for place in comparison.results[index].replications.indices {
        comparison.results[index].replications[place].timeline = rows(count: 48, minutes: 30).map {
          var row = $0
          row.outcomes = OutcomeCounts()
          row.outcomes[.rejected] = row.offered
          row.ready = 0
          row.starting = 0
          row.utilization = nil
          return row
        }
      }
    }
    return comparison
  }()

  /// Five architectures with 288 intervals that all differ.
  static let busyDays: Comparison = {
    var comparison = Sample.five
    for index in comparison.results.indices {
      for place in comparison.results[index].replications.indices {
        comparison.results[index].replications[place].timeline = rows(count: 288, minutes: 5)
      }
    }
    return comparison
  }()

  static func one(_ design: Sample.Design) -> Sample.Design {
    var single = design
    single.cost = [design.cost[0]]
    single.p99 = [design.p99[0]]
    single.late = [design.late[0]]
    return single
  }

  /// Intervals of which no two neighbours are alike, all frames served.
  static func rows(count: Int, minutes: Int64) -> [TimelineRow] {
    (0..<count).map { slot in
      var outcomes = OutcomeCounts()
      let frames = Int64(1_000 + slot * 7919 % 613)
      outcomes[.served] = frames
      return TimelineRow(
        start: .zero + .minutes(minutes) * Int64(slot), length: .minutes(minutes),
        users: Double(slot * 31 % 97), offered: frames, outcomes: outcomes,
        starting: Double(slot % 3), ready: Double(10 + slot * 17 % 23), draining: 0,
        utilization: Double(20 + slot * 37 % 61) / 100, waiting: 0, batches: 100,
        cost: Money(dollars: 0.1))
    }
  }

  /// What stands inside each element of a name, to its first end.
  static func inner(_ name: String, of page: String) -> [String] {
    let parts: [String] = page.pieces("<\(name)>")
    return parts[1...].map { $0.pieces("</\(name)>")[0] }
  }

  /// The texts of the headings that tell findings.
  static func headings(of page: String) -> [String] {
    let parts: [String] = page.pieces("<h2 id=\"")
    return parts[1...].map { part in
      let heading: String = part.pieces("</h2>")[0]
      return heading.pieces("\">").last ?? ""
    }
  }
}

extension String {
  /// The parts between occurrences of a text.
  func pieces(_ separator: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(self)
    while let range = rest.firstRange(of: separator[...]) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
