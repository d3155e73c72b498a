/// Explanations of costs, latencies and waits.
enum MetricTexts {
  static let cost = Explanation.Text(
    """
    What the measured span costs, all pools together, to the last billed second.
    """,
    because: "It is the sum of costs.csv for one replication, exactly.",
    advice: "Compare cost_per_month between scenarios of different spans.")
  static let costPerMonth = Explanation.Text(
    """
    The cost of the span scaled to clock.month, 730 hours unless given.
    """,
    because: """
      It is what people budget. It stays empty when the span does not stand for a month.
      """,
    advice: "Write objectives on it as cost: <= $2500/month.")
  static let costPerUserHour = Explanation.Text(
    """
    Cost divided by the hours that users were there, all of them added up.
    """,
    because: "It compares services of different size.",
    advice: """
      High at quiet hours means capacity that waits: look at idle in costs.csv.
      """)
  static let costPer1000Served = Explanation.Text(
    """
    Cost divided by thousands of frames served within their deadline; frames late or lost do not
    count.
    """,
    because: "It is the price of what the service is for.",
    advice: "A cheaper fleet that is late may have a higher figure.")
  static let p50Latency = Explanation.Text(
    """
    The time that half of the answered frames stay below, from capture to result; late ones
    count, lost ones do not.
    """,
    because: "It is what a frame usually meets.",
    advice: "The tail decides objectives; read it beside p95_latency.")
  static let p90Latency = Explanation.Text(
    """
    The time that 90% of the answered frames stay below, from capture to result; late ones
    count, lost ones do not.
    """,
    because: "One frame in ten is slower.",
    advice: "latency.csv splits it into network, queue and service.")
  static let p95Latency = Explanation.Text(
    """
    The time that 95% of the answered frames stay below, from capture to result; late ones
    count, lost ones do not. Taken in each replication, then averaged.
    """,
    because: """
      One frame in twenty is slower. Read it with late_or_dropped: a fleet that drops much answers
      the rest quickly.
      """,
    advice: """
      latency.csv splits it into network, queue and service: cut the largest.
      """)
  static let p99Latency = Explanation.Text(
    """
    The time that 99% of the answered frames stay below, from capture to result; late ones
    count, lost ones do not.
    """,
    because: """
      One frame in a hundred is slower: for a stream at 24 fps, one every four seconds.
      """,
    advice: """
      It needs ten thousand frames at least; below 100 frames beyond it the screen shows -.
      """)
  static let p999Latency = Explanation.Text(
    """
    The time that 99.9% of the answered frames stay below, from capture to result; late ones
    count, lost ones do not.
    """,
    because: "It shows rare stalls such as cold starts and lost instances.",
    advice: """
      It needs a hundred thousand frames; below 100 beyond it the screen shows -.
      """)
  static let meanLatency = Explanation.Text(
    "The mean time of answered frames from capture to result.",
    because: "Few long waits move it; most users never meet it.",
    advice: "Set objectives on a percentile.")
  static let p95Wait = Explanation.Text(
    """
    The time that 95% of the answered frames stay below while they wait for a lane and for
    company in a batch.
    """,
    because: "It is the part of latency that more capacity can take away.",
    advice: """
      If it is high, add instances or lower max_delay; if it is low, the model or the network is
      slow.
      """)
  static let meanWait = Explanation.Text(
    """
    The mean time that answered frames wait for a lane and for company in a batch.
    """,
    because: "It is the part of latency that more capacity can take away.",
    advice: """
      Compare with the time of a batch: beyond that the queue is the problem.
      """)
  static let lateOrDropped = Explanation.Text(
    """
    Frames that were not served in time (late, dropped, rejected or failed), of all frames
    offered.
    """,
    because: """
      It counts what latency leaves out, so that a fleet cannot look fast by losing frames.
      """,
    advice: """
      late, dropped, rejected and failed say which kind; the report says when.
      """)
  static let late = Explanation.Text(
    "Frames answered after their deadline, of all frames offered.",
    because: "The work was paid for, and the result is of no use.",
    advice: """
      Shorten the wait, or let the queue drop what is late already (drop_late: true).
      """)
  static let dropped = Explanation.Text(
    """
    Frames taken out of a queue or not let in, for lack of room or time, of all frames offered.
    """,
    because: "Nobody worked on them; the user sees a gap.",
    advice: """
      More capacity, a longer queue, or accept it: for live video an old frame is worth nothing.
      """)
}
