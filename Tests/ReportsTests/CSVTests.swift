import Capacity
import Experiments
import Kernel
import Reports
import Simulation
import Testing

@Suite struct CSVTests {
  /// Two replications of one design with one interval, two instances and an odd decision.
  private var report: Report {
    var design = Sample.packed
    design.cost = [730, 760]
    design.p99 = [70, 72]
    design.late = [0.01, 0.00001]
    var comparison = Sample.comparison([design])
    for index in comparison.results[0].replications.indices {
      comparison.results[0].replications[index].timeline.removeLast(47)
      comparison.results[0].replications[index].instances = [life]
      comparison.results[0].replications[index].decisions = [decision]
    }
    return Sample.report(comparison)
  }

  private var life: InstanceLife {
    InstanceLife(
      pool: "main", number: 3, type: "g4dn.xlarge", purchase: "spot",
      launched: SimTime(nanoseconds: -90_000_000_000), booted: .zero, gone: .zero + .hours(1),
      end: .interrupted, cost: Money(nanodollars: 500_000_001))
  }

  private var decision: Decision {
    Decision(
      time: .zero + .milliseconds(1500), who: "autoscaler", pool: "main", what: "scale_up",
      why: "target 70%, \"busy\" 93%", from: 1, to: 2)
  }

  private func text(_ table: CSVTable) -> String {
    var text = ""
    table.write(report, to: &text)
    return text
  }

  @Test func `costs add up to the last nanodollar`() {
    #expect(
      text(.costs) == """
        architecture,replication,pool,population,category,usd
        h100-pack,0,main,,busy,24.000000000
        h100-pack,1,main,,busy,24.986301370

        """)
  }

  @Test func `instances leave empty what did not happen`() {
    #expect(
      text(.instances).split(separator: "\n")[1]
        == "h100-pack,0,main,3,g4dn.xlarge,spot,-90,0,,,,,3600,interrupted,0.500000001,replica,,,,,,"
        + "0,0")
  }

  @Test func `a field with commas and quotes is quoted`() {
    #expect(
      text(.decisions).split(separator: "\n")[1]
        == "h100-pack,0,1.5,autoscaler,main,scale_up,\"target 70%, \"\"busy\"\" 93%\",1,2")
  }

  @Test func `the timeline has a row for each interval`() {
    #expect(
      text(.timeline) == """
        architecture,replication,start_s,length_s,users,frames_offered,frames_served,\
        frames_late,frames_dropped,frames_rejected,frames_failed,instances_starting,\
        instances_ready,instances_draining,utilization_ratio,frames_waiting,batches,cost_usd,\
        latency_p50_ms,latency_p95_ms,latency_p99_ms
        h100-pack,0,0,1800,10,20000,20000,0,0,0,0,0,1,0,0.71,0,10000,0.500000000,,,
        h100-pack,1,0,1800,10,20000,20000,0,0,0,0,0,1,0,0.71,0,10000,0.500000000,,,

        """)
  }

  @Test func `the summary has every metric, empty where there is no value`() {
    let rows = text(.summary).split(separator: "\n").map(String.init)
    // Figures without overhead have a row only where there is overhead, retries where some are.
    #expect(rows.count == 1 + Metric.allCases.count { !$0.isOptional })
    #expect(rows.contains("h100-pack,p99_9_latency,ms,,,,,,,0,,,,,,"))
    #expect(rows.contains("h100-pack,p50_latency,ms,28,28,28,28,28,28,2,,,,,,"))
    let late = rows.first { $0.hasPrefix("h100-pack,late_or_dropped,ratio,0.005005,") }
    #expect(late?.contains("e-") == false)
  }

  @Test func `latency is by part and quantile with its sample`() {
    let rows = text(.latency).split(separator: "\n").map(String.init)
    #expect(rows.count == 1 + 4 * 5)
    #expect(rows[4] == "h100-pack,users,total,0.99,71,71,71,2,1000000")
    #expect(rows[6] == "h100-pack,users,network,0.5,,,,0,0")
  }

  @Test func `the histogram has the buckets that were hit`() {
    // 28 ms lies in the bucket of 131,072 ns that ends at 214 · 131,072 ns.
    #expect(
      text(.latencyHistogram) == """
        architecture,population,upper_ms,frames
        h100-pack,users,28.049408,1000000

        """)
  }

  @Test func `comparisons are pairs against the first architecture`() {
    var twin = Sample.packed
    twin.name = "twin"
    twin.cost = twin.cost.map { $0 + 10 }
    var text = ""
    CSVTable.comparisons.write(
      Sample.report(Sample.comparison([Sample.packed, twin])), to: &text)
    let rows = text.split(separator: "\n").map(String.init)
    #expect(rows.contains("h100-pack,twin,cost_per_month,usd,10,10,10,0,3,0"))
    #expect(rows.contains("h100-pack,twin,p99_latency,ms,0,0,0,0.5,3,0"))
    #expect(rows.contains("h100-pack,twin,utilization,ratio,0,0,0,,3,"))
  }
}
