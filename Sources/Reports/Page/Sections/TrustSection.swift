import Capacity
import Experiments
import Kernel
import Simulation
import Statistics

/// Whether the figures can be believed: what was checked, and what came of it.
struct TrustSection {
  private let facts: PageFacts

  init(_ facts: PageFacts) { self.facts = facts }

  /// The section.
  var markup: String {
    HTML.tag(
      "section", ["aria-labelledby": "trust"],
      HTML.tag("p", ["class": "question"], "Can it be trusted?")
        + HTML.tag("h2", ["id": "trust"], HTML.text(finding))
        + HTML.tag(
          "p", ["class": "measure"],
          HTML.text("Frames in and out, arithmetic beside simulation, and the measured range."))
        + HTML.tag("div", ["class": "scroll"], table.markup())
        + notes.map { HTML.tag("p", ["class": "note"], HTML.text($0)) }.joined()
        + HTML.tag(
          "p", ["class": "source"],
          "Shows <code>\(CSVTable.timeline.rawValue)</code>, "
            + "<code>\(CSVTable.summary.rawValue)</code>."))
  }

  /// How many doubts there are about the figures themselves.
  var finding: String {
    let doubtful = facts.order.filter { index in
      facts.isOverloaded(index) || (facts.summary(index)[.beyondCurve]?.mean ?? 0) > 0.1
    }.map(facts.name)
    let balance = "Every frame is accounted for"
    if doubtful.isEmpty { return "\(balance); no figure is known to be out of its range." }
    return "\(balance); the latency of \(Words.list(doubtful)) is not to be relied on."
  }

  private var table: DataTable {
    DataTable(
      heads: [
        "architecture", "frames offered", "accounted for", "busy instances, simulated",
        "asked for by what is offered", "batches beyond the curve", "overloaded",
      ],
      rows: facts.order.map(row))
  }

  private func row(_ index: Int) -> [String] {
    let populations = facts.result(index).populations
    let offered = populations.reduce(0) { $0 + $1.offered }
    let ended = populations.reduce(0) { $0 + $1.outcomes.total }
    let (busy, work) = Self.work(facts.result(index))
    let beyond = facts.summary(index)[.beyondCurve]?.mean
    return [
      facts.name(index), Words.grouped(Int(offered)), Words.grouped(Int(ended)),
      RoundedFigure.brief(busy, halfWidth: nil), work, beyond.map(PageFacts.percent) ?? "-",
      facts.summary(index).overload.map { "\($0.replications) of \($0.of)" } ?? "no",
    ]
  }

  /// Busy instances on average; and by the utilization law, what the offered frames ask for.
  private static func work(_ result: ArchitectureResult) -> (busy: Double, asked: String) {
    var busy = 0.0
    var seconds = 0.0
    var offered: Int64 = 0
    var answered: Int64 = 0
    for row in result.replications.flatMap(\.timeline) {
      busy += (row.utilization ?? 0) * (row.ready + row.draining) * row.length.seconds
      seconds += row.length.seconds
      offered += row.offered
      answered += row.outcomes[.served] + row.outcomes[.late]
    }
    guard seconds > 0, answered > 0 else { return (0, "-") }
    let asked = busy / Double(answered) * Double(offered) / seconds
    return (busy / seconds, RoundedFigure.brief(asked, halfWidth: nil))
  }

  private var notes: [String] {
    let comparison = facts.report.comparison
    let warmUp = facts.clock.warmUp
    var notes = [
      "The run stops with an error if one frame is lost or counted twice, so this table can only "
        + "show frames that balance.",
      "Warm-up: \(warmUp > .zero ? Words.duration(warmUp) : "none") was simulated first and left "
        + "out of every figure"
        + (comparison.suggestedWarmUp.map {
          $0 > .zero ? "; a pilot asked for \(Words.duration($0))." : "; a pilot asked for none."
        } ?? "."),
      "Intervals are Student's t over \(facts.replications), never over frames: frames of one "
        + "replication depend on each other.",
    ]
    if comparison.replications == 1 {
      notes[2] = "One replication has no interval: nothing here says how sure the figures are."
    }
    return notes
  }
}
