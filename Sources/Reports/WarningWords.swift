import Capacity
import Experiments
import Kernel

extension Report {
  /// A warning as a sentence or two, with its slug in front.
  func words(_ warning: Warning) -> String { "\(warning.slug): \(sentence(warning))" }

  /// A warning as a sentence or two.
  func sentence(_ warning: Warning) -> String {
    switch warning {
    case .overloaded(let index, let overload):
      let clock = comparison.scenario.clock
      let from = clock.clockText(overload.first)
      let to = overload.last == clock.end ? "the end" : clock.clockText(overload.last)
      return "\(name(index)) cannot serve what it is offered between \(from) and \(to), on "
        + "\(overload.replications) of \(Words.count(overload.of, "replication")). Its latency "
        + "depends on how long one looks."
    case .notSteady(let index, let backlog):
      return "\(name(index)) ends with more waiting than it began with: "
        + "\(RoundedFigure.brief(backlog, halfWidth: nil)) frames on average."
    case .beyondCurve(let index, let share):
      let doubt = share > 0.1 ? " No verdict on its latency is given." : ""
      return "\(percent(share)) of the batches of \(name(index)) are larger than what was "
        + "measured.\(doubt)"
    case .atMaximum(let index, let share):
      return "an autoscaler of \(name(index)) asks for more than its pool's maximum "
        + "\(percent(share)) of the time."
    default: return runSentence(warning)
    }
  }

  private func runSentence(_ warning: Warning) -> String {
    switch warning {
    case .shortHorizon(let span, let cycle):
      return "the span of \(Words.duration(span)) is shorter than the demand's cycle of "
        + "\(Words.duration(cycle)), so no cost by the month is given; measure longer, or say "
        + "with `month:` how to scale."
    case .shortWarmUp(let given, let suggested):
      return "the warm-up of \(Words.duration(given)) is shorter than the "
        + "\(Words.duration(suggested)) that the service takes to fill; set clock.warm_up."
    case .imprecise(let outcome):
      return "\(Words.count(outcome.cap, "replication")) did not reach the precision asked for: "
        + "\(outcome.metric.words) of \(outcome.architecture) is known within "
        + "\(percent(outcome.widest)), \(percent(outcome.asked)) was asked."
    case .fewReplications(let count):
      return "\(Words.count(count, "replication")) cannot say how sure the figures are; run at "
        + "least 3."
    case .oldPrice(let subject, let date, let days):
      return "the \(subject) is \(days) days old (\(date))."
    case .unsourcedCurves(let curves):
      let verb = curves.count == 1 ? "curve is" : "curves are"
      return "the service \(verb) assumed, not measured: \(Words.list(curves))."
    default: return ""
    }
  }

  private func name(_ index: Int) -> String { evaluation.summaries[index].name }

  private func percent(_ share: Double) -> String {
    RoundedFigure.brief(share * 100, halfWidth: nil) + "%"
  }
}
