import Capacity
import Experiments
import Simulation
import Statistics

extension CSVTable {
  static func writeReplications(_ report: Report, to sink: inout some TextOutputStream) {
    forEachReplication(report) { key, digest in
      for metric in Metric.allCases {
        guard let value = digest.metrics[metric] else { continue }
        CSV.write(
          key + [metric.rawValue, metric.unit.rawValue, PlainDecimal.text(value)], to: &sink)
      }
    }
  }

  static func writePopulations(_ report: Report, to sink: inout some TextOutputStream) {
    for result in report.comparison.results {
      for population in result.populations {
        CSV.write(
          [result.architecture.name, population.name, String(population.offered)]
            + Outcome.allCases.map { String(population.outcomes[$0]) }, to: &sink)
      }
    }
  }

  /// The parts that `latency_histogram.csv` leaves out.
  static func writeLatencyParts(_ report: Report, to sink: inout some TextOutputStream) {
    for result in report.comparison.results {
      for population in result.populations {
        for part in LatencyParts.Part.allCases where part != .total {
          let key = [result.architecture.name, population.name, part.rawValue]
          let counts = population.latency[part].counts
          for bucket in counts.indices where counts[bucket] > 0 {
            let upper = PlainDecimal.milliseconds(Histogram.upperBound(ofBucket: bucket))
            CSV.write(key + [upper, String(counts[bucket])], to: &sink)
          }
        }
      }
    }
  }
}
