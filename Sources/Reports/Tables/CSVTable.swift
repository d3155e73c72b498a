import Capacity
import Experiments

/// A CSV file of a run: a name and a way to write its rows, one after the other.
package enum CSVTable: String, CaseIterable {
  /// One row for each architecture and metric.
  case summary = "summary.csv"
  /// One row for each architecture, population, part and quantile.
  case latency = "latency.csv"
  /// One row for each architecture, population and bucket that was hit.
  case latencyHistogram = "latency_histogram.csv"
  /// One row for each architecture, replication and interval.
  case timeline = "timeline.csv"
  /// One row for each sum of charges.
  case costs = "costs.csv"
  /// One row for each candidate and metric.
  case comparisons = "comparisons.csv"
  /// One row for each instance.
  case instances = "instances.csv"
  /// One row for each decision.
  case decisions = "decisions.csv"
  /// One row for each architecture, replication and metric: the sample behind every interval.
  case replications = "replications.csv"
  /// One row for each architecture and population.
  case populations = "populations.csv"
  /// One row for each architecture, population, part of the latency and bucket that was hit.
  case latencyParts = "latency_parts.csv"

  /// Writes the header and the rows, in the order of the scenario.
  package func write(_ report: Report, to sink: inout some TextOutputStream) {
    CSV.write(header, to: &sink)
    switch self {
    case .summary: Self.writeSummary(report, to: &sink)
    case .latency: Self.writeLatency(report, to: &sink)
    case .latencyHistogram: Self.writeHistogram(report, to: &sink)
    case .timeline: Self.writeTimeline(report, to: &sink)
    case .costs: Self.writeCosts(report, to: &sink)
    case .comparisons: Self.writeComparisons(report, to: &sink)
    case .instances: Self.writeInstances(report, to: &sink)
    case .decisions: Self.writeDecisions(report, to: &sink)
    case .replications: Self.writeReplications(report, to: &sink)
    case .populations: Self.writePopulations(report, to: &sink)
    case .latencyParts: Self.writeLatencyParts(report, to: &sink)
    }
  }

  /// The names of the columns; documented in `docs/outputs.md`.
  var header: [String] {
    let text =
      switch self {
      case .summary:
        "architecture,metric,unit,mean,ci_low,ci_high,p05,p50,p95,replications,"
          + "p05_ci_low,p05_ci_high,p50_ci_low,p50_ci_high,p95_ci_low,p95_ci_high"
      case .latency:
        "architecture,population,part,quantile,latency_ms,ci_low_ms,ci_high_ms,replications,frames"
      case .latencyHistogram: "architecture,population,upper_ms,frames"
      case .timeline:
        "architecture,replication,start_s,length_s,users,frames_offered,frames_served,"
          + "frames_late,frames_dropped,frames_rejected,frames_failed,instances_starting,"
          + "instances_ready,instances_draining,utilization_ratio,frames_waiting,batches,cost_usd,"
          + "latency_p50_ms,latency_p95_ms,latency_p99_ms"
      case .costs: "architecture,replication,pool,population,category,usd"
      case .comparisons:
        "baseline,candidate,metric,unit,difference,ci_low,ci_high,probability_better,replications,"
          + "narrowing_ratio"
      case .instances:
        "architecture,replication,pool,instance,instance_type,purchase,launched_s,booted_s,"
          + "imaged_s,loaded_s,ready_s,draining_s,gone_s,end,cost_usd,role,zone,"
          + "asked_s,driver_s,warm_s,woken_s,image_bytes,model_bytes"
      case .decisions: "architecture,replication,time_s,who,pool,what,why,from,to"
      case .replications: "architecture,replication,metric,unit,value"
      case .populations:
        "architecture,population,frames_offered,frames_served,frames_late,frames_dropped,"
          + "frames_rejected,frames_failed"
      case .latencyParts: "architecture,population,part,upper_ms,frames"
      }
    return text.split(separator: ",").map(String.init)
  }

  /// Calls `row` with every replication of every architecture and their names.
  static func forEachReplication(
    _ report: Report, _ body: (_ key: [String], _ digest: ReplicationDigest) -> Void
  ) {
    for result in report.comparison.results {
      for digest in result.replications {
        body([result.architecture.name, String(digest.replication)], digest)
      }
    }
  }
}
