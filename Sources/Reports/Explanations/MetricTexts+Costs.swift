import Capacity

/// Explanations of costs for one of something, and of serverless pools.
extension MetricTexts {
  static let costPerFrame = Explanation.Text(
    "Cost divided by the frames that were answered, on time or late.",
    because: "It is what an answer costs, of use or not.",
    advice: "Compare with cost_per_1000_served: far apart, many answers come too late.")
  static let costPerStreamHour = Explanation.Text(
    """
    Cost divided by the hours that streams were there, all of them added up; empty without
    streams.
    """,
    because: "It is what one camera or one caller costs for an hour.",
    advice: "Set it beside the price that you ask for an hour.")
  static let costPerGoodStreamHour = Explanation.Text(
    """
    Cost divided by stream-hours times the share of frames served within their deadline.
    """,
    because: "An hour in which half of the frames are late counts as half an hour.",
    advice: "Of two architectures at the same cost_per_stream_hour it shows the one that works.")
  static let coldStartShare = Explanation.Text(
    """
    Requests, or streams, that had to wait for a new instance to start, of those offered;
    serverless pools only.
    """,
    because: "Each of them waits a whole start longer.",
    advice: "Keep some instances ready (provisioned), or let them live longer (expiry).")
  static let idleShare = Explanation.Text(
    "The share of instance time with nothing to do; serverless pools only.",
    because: "With billing by container it is paid for.",
    advice: "A shorter expiry saves it, at the price of more cold starts.")

  /// A cost less what is paid by the month whatever happens.
  static func withoutOverhead(_ metric: Metric) -> Explanation.Text {
    let name = metric.rawValue.replacing("_without_overhead", with: "")
    return Explanation.Text(
      """
      \(name) less what is paid by the month whatever happens (overhead of charges); there only
      where an architecture has some.
      """,
      because: "Overhead does not change with the fleet, so it hides what the fleet saves.",
      advice: "Decide between fleets by it, and budget by \(name).")
  }
}
