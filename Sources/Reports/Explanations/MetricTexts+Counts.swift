/// Explanations of shares, counts and sizes.
extension MetricTexts {
  static let rejected = Explanation.Text(
    """
    Frames refused at once, because there was no instance or a full queue rejects, of all frames
    offered.
    """,
    because: "The caller knows, and may try again elsewhere.",
    advice: "Raise min, the limit of the queue, or the capacity.")
  static let failed = Explanation.Text(
    """
    Frames lost with the instance that held them, of all frames offered.
    """,
    because: """
      It is the price of spot instances and of drains that are cut short.
      """,
    advice: """
      A longer notice or drain, shorter batches, or fewer spot instances.
      """)
  static let retries = Explanation.Text(
    """
    How often clients sent frames again that had been rejected or failed. Only where a population
    says `retry`.
    """,
    because: """
      Full queues and lost machines: each retry is load that nobody planned for.
      """,
    advice: """
      Room for the peak; a longer backoff spreads what comes back.
      """)
  static let attemptsPerFrame = Explanation.Text(
    """
    Attempts for each frame offered, the first included: by how much retries swell the load. 1 is
    none; only where a population says `retry`.
    """,
    because: """
      Near 1 retries heal; well above it they keep full queues full.
      """,
    advice: """
      Fewer attempts or a longer backoff when it grows with the load.
      """)
  static let framesOffered = Explanation.Text(
    """
    Frames that users captured in the span, whatever became of them. Neither good nor bad.
    """,
    because: "It is the denominator of every share of frames.",
    advice: """
      The same for all architectures in a replication, except in closed loops.
      """)
  static let framesServed = Explanation.Text(
    "Frames answered within their deadline. More is better.",
    because: "It is what the service is for.",
    advice: "Compare with frames_offered.")
  static let utilization = Explanation.Text(
    """
    The share of time that the lanes of ready instances were busy. The screen calls it busy.
    Neither good nor bad.
    """,
    because: """
      Near 100% queues grow without end; at 30% most of the money waits.
      """,
    advice: """
      Aim for 50% to 75% where deadlines are tight, and let late_or_dropped decide.
      """)
  static let meanBatch = Explanation.Text(
    "Frames in a batch, on average over batches. Neither good nor bad.",
    because: "Large batches are cheap and slow.",
    advice: """
      If it stays at 1, batching is off or the load is low: see max and max_delay.
      """)
  static let meanInstances = Explanation.Text(
    "Instances billed, on average over time.",
    because: "It times the price is the cost.",
    advice: "Compare with max_instances: the distance is what scaling saves.")
  static let maxInstances = Explanation.Text(
    "The most instances billed at one time.",
    because: "Quotas and reservations go by it.",
    advice: "Ask the provider for at least so many.")
  static let meanUsers = Explanation.Text(
    "Users present, on average over time. Neither good nor bad.",
    because: "It is the load that the figures are about.",
    advice: "Check that it is what you expect, before you believe the rest.")
  static let maxUsers = Explanation.Text(
    "The most users present at one time. Neither good nor bad.",
    because: "It is the peak that capacity must meet.",
    advice: "Check that it is what you expect.")
  static let coldStarts = Explanation.Text(
    "Starts of instances begun in the span.",
    because: "Each costs its boot time without serving.",
    advice: """
      Many of them mean that the policy swings: lengthen its stabilisation or cooldown.
      """)
  static let interruptions = Explanation.Text(
    "Spot instances that the market took back.",
    because: "Each loses what it held beyond its notice, and costs a start.",
    advice: "Spread over zones, keep a base on demand, or allow a fallback.")
  static let beyondCurve = Explanation.Text(
    """
    Batches larger than the largest that was measured, of all batches.
    """,
    because: "Their time is extrapolated.",
    advice: "Over 10%, no verdict on latency is given: measure larger batches.")
  static let atMaximum = Explanation.Text(
    """
    The share of time that an autoscaler asked for more than its pool may have.
    """,
    because: "The limit, not the policy, decided then.",
    advice: "Raise max of the pool.")
  static let onFallback = Explanation.Text(
    """
    The share of time in which on-demand instances stood in for spot that could not be had; only
    where a pool buys in markets and falls back.
    """,
    because: "In that time the fleet costs what it would without spot.",
    advice: "More zones, or another choice among them.")
}
