import Capacity
import Experiments
import Kernel
import Simulation
import Statistics

extension CSVTable {
  static func writeSummary(_ report: Report, to sink: inout some TextOutputStream) {
    for summary in report.evaluation.summaries {
      for metric in Metric.allCases {
        let isHidden = metric.isByTheMonth && report.evaluation.isShortHorizon
        if metric.isOptional, summary[metric] == nil { continue }
        let isRare = summary.hasTooFewSamples(for: metric)
        let figure = isHidden || isRare ? nil : summary[metric]
        let values = [
          figure?.mean, figure?.interval.low, figure?.interval.high, figure?.p05, figure?.p50,
          figure?.p95,
        ]
        let count = String(figure?.interval.count ?? 0)
        let key = [summary.name, metric.rawValue, metric.unit.rawValue]
        let ends = [figure?.p05Interval, figure?.p50Interval, figure?.p95Interval]
          .flatMap { [$0?.low, $0?.high] }
        CSV.write(
          key + values.map { PlainDecimal.text($0) } + [count]
            + ends.map { PlainDecimal.text($0) }, to: &sink)
      }
    }
  }

  static func writeLatency(_ report: Report, to sink: inout some TextOutputStream) {
    for result in report.comparison.results {
      for (index, population) in result.populations.enumerated() {
        for part in LatencyParts.Part.allCases {
          let key = [result.architecture.name, population.name, part.rawValue]
          let frames = String(population.latency[part].total)
          for (place, quantile) in ReplicationDigest.quantiles.enumerated() {
            let interval = result.interval(population: index, part: part, quantile: place)
            let isRare = Double(population.latency[part].total) * (1 - quantile) < 99.999
            let values =
              isRare ? [nil, nil, nil] : [interval?.mean, interval?.low, interval?.high]
            let count = String(interval?.count ?? 0)
            CSV.write(
              key + [PlainDecimal.text(quantile)] + values.map { PlainDecimal.text($0) }
                + [count, frames], to: &sink)
          }
        }
      }
    }
  }

  static func writeHistogram(_ report: Report, to sink: inout some TextOutputStream) {
    for result in report.comparison.results {
      for population in result.populations {
        let key = [result.architecture.name, population.name]
        let counts = population.latency.total.counts
        for bucket in counts.indices where counts[bucket] > 0 {
          let upper = PlainDecimal.milliseconds(Histogram.upperBound(ofBucket: bucket))
          CSV.write(key + [upper, String(counts[bucket])], to: &sink)
        }
      }
    }
  }

  static func writeComparisons(_ report: Report, to sink: inout some TextOutputStream) {
    let names = report.evaluation.summaries.map(\.name)
    for row in report.evaluation.comparisons {
      if row.metric.isByTheMonth && report.evaluation.isShortHorizon { continue }
      let interval = row.pairs.interval
      let values = [interval.mean, interval.low, interval.high, row.probabilityBetter]
      let key = [
        names[row.baseline], names[row.candidate], row.metric.rawValue, row.metric.unit.rawValue,
      ]
      CSV.write(
        key + values.map { PlainDecimal.text($0) }
          + [String(interval.count), PlainDecimal.text(row.pairs.narrowing)], to: &sink)
    }
  }
}

extension ArchitectureResult {
  /// A latency quantile in milliseconds over the replications that have a sample.
  func interval(population: Int, part: LatencyParts.Part, quantile: Int) -> StudentInterval? {
    guard let place = LatencyParts.Part.allCases.firstIndex(of: part) else { return nil }
    return StudentInterval(
      replications.compactMap { $0.quantiles[population][place][quantile]?.milliseconds })
  }
}
