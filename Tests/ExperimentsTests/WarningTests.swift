import Capacity
import Experiments
import Kernel
import Simulation
import Testing

@Suite struct WarningTests {
  private func slugs(_ comparison: Comparison) -> [String] {
    Evaluation(comparison).warnings.map(\.slug)
  }

  private func quiet(_ metrics: [Metric: [Double]] = [:]) -> ArchitectureResult {
    Sample.result("a", metrics.merging([.cost: [1, 1, 1]]) { own, _ in own })
  }

  private func overload(_ timelines: [[TimelineRow]]) -> Overload? {
    Evaluation(
      Sample.comparison([Sample.result("a", [.cost: [1]], timelines: timelines)])
    ).summaries[0].overload
  }

  @Test func `a plain result has no warning`() {
    #expect(slugs(Sample.comparison([quiet()])) == [])
  }

  @Test func `a queue that grows through the second half is overload`() {
    let growing = Sample.timeline(waiting: (1...12).map { Int64($0) * 500 })
    let steady = Sample.timeline(waiting: Array(repeating: 5, count: 12))
    let found = overload([growing, steady])
    #expect(found?.replications == 1)
    #expect(found?.of == 2)
    #expect(found?.isDisqualifying == true)
    #expect(found?.last == .zero + .hours(2))
    #expect(overload([steady]) == nil)
    #expect(overload([growing, steady, steady])?.isDisqualifying == false)
  }

  @Test func `a queue that is drained again is not`() {
    let waiting: [Int64] = [0, 500, 2000, 4000, 5000, 4000, 2000, 500, 0, 0, 0, 0]
    #expect(overload([Sample.timeline(waiting: waiting)]) == nil)
  }

  @Test func `busy lanes that turn frames away are overload, busy lanes alone are not`() {
    let none = Array<Int64>(repeating: 0, count: 12)
    let full = Sample.timeline(waiting: none, utilization: 1, dropped: 300)
    let found = overload([full])
    #expect(found?.first == .zero)
    #expect(found?.last == .zero + .hours(2))
    #expect(overload([Sample.timeline(waiting: none, utilization: 1)]) == nil)
    #expect(overload([Sample.timeline(waiting: none, dropped: 300)]) == nil)
  }

  @Test func `a backlog that surely ends above its beginning is not steady`() {
    let timelines = (0..<3).map { run in
      Sample.timeline(waiting: (0..<12).map { Int64($0 * 4 + run) })
    }
    let result = Sample.result("a", [.cost: [1, 1, 1]], timelines: timelines)
    #expect(slugs(Sample.comparison([result])) == ["not-steady"])
  }

  @Test func `a span that cuts the day or the week is short unless it stands for a month`() {
    let daily = DemandFactor.harmonics([.init(order: 1, amplitude: 0.4, peak: .hours(14))])
    let weekly = DemandFactor.weekdays([1, 1, 1, 1, 1, 0.3, 0.3])
    func found(_ factor: DemandFactor, _ days: Int64, stated: Bool = false) -> [String] {
      slugs(
        Sample.comparison(
          [quiet()], measure: .hours(days * 24 - 1), factors: [factor], monthIsStated: stated))
    }
    #expect(found(daily, 1) == ["short-horizon"])
    #expect(found(daily, 2) == [])
    #expect(found(weekly, 7) == ["short-horizon"])
    #expect(found(weekly, 8) == [])
    #expect(found(weekly, 7, stated: true) == [])
    #expect(found(.weekdays([1, 1, 1, 1, 1, 1, 1]), 1) == [])
  }

  @Test func `a short span gives no cost by the month`() {
    let daily = DemandFactor.hourly([0] + Array(repeating: 1, count: 23))
    let objective = Objective(
      metric: .costPerMonth, direction: .atMost, limit: 9, limitText: "$9/month")
    let found = Evaluation(
      Sample.comparison(
        [quiet([.costPerMonth: [1, 1, 1]])], objectives: [objective], measure: .hours(2),
        factors: [daily]))
    #expect(found.costMetric == .cost)
    #expect(found.summaries[0].objectives[0].doubt == .shortHorizon)
  }

  @Test func `shares beyond the curve and at the maximum are told`() {
    let result = quiet([.beyondCurve: [0, 0.02, 0.01], .atMaximum: [0.02, 0.02, 0.02]])
    #expect(slugs(Sample.comparison([result])) == ["beyond-curve", "at-max"])
    #expect(slugs(Sample.comparison([quiet([.atMaximum: [0.01, 0.01, 0.01]])])) == [])
  }

  @Test func `prices age by the scenario's own clock, spot prices sooner`() {
    // The clock starts on 2026-01-05.
    func found(_ subject: String, _ date: String) -> [Warning] {
      let entry = Provenance(subject: subject, value: "$1/h", quality: .catalog, date: date)
      return Evaluation(Sample.comparison([quiet()], provenance: [entry])).warnings
    }
    #expect(found("price x on demand", "2025-01-05") == [])
    #expect(
      found("price x on demand", "2025-01-04") == [
        .oldPrice(subject: "price x on demand", date: "2025-01-04", days: 366)
      ])
    #expect(found("price x spot", "2025-12-06") == [])
    #expect(
      found("price x spot", "2025-12-05") == [
        .oldPrice(subject: "price x spot", date: "2025-12-05", days: 31)
      ])
    #expect(found("curve light on T4", "2020-01-01") == [])
  }

  @Test func `curves that nobody measured are named once`() {
    let a = Sample.result("a", [.cost: [1, 1, 1]], quality: .assumed)
    let b = Sample.result("b", [.cost: [1, 1, 1]], quality: .assumed)
    #expect(Evaluation(Sample.comparison([a, b])).warnings == [.unsourcedCurves(["light on T4"])])
  }

  @Test func `two replications are few`() {
    let result = Sample.result("a", [.cost: [1, 1]])
    #expect(slugs(Sample.comparison([result])) == ["few-replications"])
  }
}
