extension Explanation {
  /// The words of screens, reports and files.
  static let vocabulary: [Explanation] = [
    Explanation(
      "frame", .word,
      .init(
        """
        One picture of a stream, or one request: the unit of work, answered by one inference.
        """,
        because: """
          Shares of frames are over frames offered, latencies over frames answered.
          """)),
    Explanation(
      "session", .word,
      .init(
        """
        One user from arrival to departure: a stream of frames at a rate, or a single request.
        """,
        because: """
          Users come by sessions, not by frames; a session that is lost at its start is not tried
          again.
          """)),
    Explanation(
      "population", .word,
      .init(
        """
        A group of users alike in how they come, how long they stay, their network and their
        deadline.
        """,
        because: """
          Each has its own arrivals and rows in latency.csv; objectives are over all of them.
          """)),
    Explanation(
      "architecture", .word,
      .init(
        """
        One candidate: how to serve, which pools, how to scale. All are simulated under the same
        users.
        """,
        because: """
          Because the users are the same, differences between architectures are surer than each
          figure alone.
          """)),
    Explanation(
      "pool", .word,
      .init(
        """
        Instances of one type, bought in one way, that are scaled together.
        """,
        because: "Sizes, cold starts and spot are those of a pool.")),
    Explanation(
      "instance", .word,
      .init(
        "A machine with one or more GPUs that is billed by the hour.",
        because: """
          It is billed from launch to end, so that boots and drains cost too.
          """)),
    Explanation(
      "lane", .word,
      .init(
        """
        A place on a GPU where one batch is served at a time; an instance has its GPUs times
        lanes.
        """,
        because: """
          Busy is counted in lanes: four lanes of which one serves are 25% busy.
          """)),
    Explanation(
      "batch", .word,
      .init(
        "Frames served together in one go of the model.",
        because: "The time of a batch by its size is the service curve.")),
    Explanation(
      "station", .word,
      .init(
        """
        What a frame passes one after the other: network, queue, service, network.
        """,
        because: "latency.csv has the time at each.")),
    Explanation(
      "deadline", .word, unit: "s",
      .init(
        "The time from capture to result after which a frame is late.",
        because: """
          It is the users' patience, not an objective: objectives limit how many frames may miss
          it.
          """)),
    Explanation(
      "served", .word, unit: "frames of those offered",
      .init(
        "Answered within the deadline.",
        because: """
          Every frame offered ends as served, late, dropped, rejected or failed, or is still there
          at the end of the span.
          """)),
    Explanation(
      "busy", .word, unit: "ratio of lane time",
      .init(
        """
        The share of time that the lanes of ready instances serve a batch; the metric is
        utilization.
        """,
        because: "Idle time is paid for as well.")),
    Explanation(
      "warm-up", .word, unit: "s",
      .init(
        """
        Time simulated before clock.start and left out of every figure, so that the service does
        not begin empty.
        """,
        because: "Too short, and the figures are too good.")),
    Explanation(
      "replication", .word,
      .init(
        """
        One run over the measured span with its own random users; replication 3 has the same
        users for every architecture.
        """,
        because: """
          Intervals are over replications, never over frames: frames of one day are not
          independent.
          """)),
    Explanation(
      "interval", .word,
      .init(
        """
        Between its ends lies the mean of endless replications, with 95% confidence (Student's t
        over replications). On the screen ± is half of it.
        """,
        because: "Where it spans a limit, the verdict is open.",
        advice: "More replications narrow it with their square root.")),
    Explanation(
      "verdict", .word,
      .init(
        """
        ✓ and ✗: the whole interval is on one side of the limit. ?: it spans the limit, or there
        are too few samples.
        """,
        because: "A tie is not a failure, and not a pass.",
        advice: "settle? says how many replications would close it.")),
    Explanation(
      "objective", .word,
      .init(
        "A limit on a metric that an architecture must hold.",
        because: "The answer is the cheapest that holds all of them.")),
    Explanation(
      "spot", .word,
      .init(
        """
        Spare capacity at a lower price that the provider may take back, after a notice.
        """,
        because: "What is saved is paid for in lost frames and starts.")),
    Explanation(
      "cold-start", .word, unit: "s",
      .init(
        """
        From launch to ready: boot, image, load of the model, warm-up of the model.
        """,
        because: "An autoscaler must look that far ahead.")),
    Explanation(
      "measured", .word,
      .init(
        """
        Someone is named, with a date, who measured a figure (source: and measured:). The other
        kinds are calibrated, catalog and assumed.
        """,
        because: "The report lists what the result leans on by these kinds.",
        advice: "Measure first what is assumed and weighs most.")),
    Explanation(
      "assumed", .word,
      .init(
        """
        A figure that nobody vouches for: a default, or a value without a source.
        """,
        because: "The result is as good as the worst figure that it leans on.",
        advice: "Write source: and measured: beside what you know.")),
  ]
}
