/// Explanations of warnings about results.
enum WarningTexts {
  static let overloaded = Explanation.Text(
    """
    An architecture cannot serve what it is offered: its queue grows through the second half of
    the span (by at least 100 frames and 1% of those offered there), or its lanes are busy 99%
    of the time for ten minutes while over 1% of frames are dropped or rejected.
    """,
    because: """
      Its latency then describes how long one looks, not the service. Such a row is marked ! and
      is never the answer.
      """,
    advice: """
      More or larger instances, a higher max, or an autoscaler that acts sooner; timeline.csv
      shows when.
      """)
  static let notSteady = Explanation.Text(
    """
    More frames wait at the end of the span than at its beginning, surely (95% interval over
    replications), at least twice as many and more than a second of work.
    """,
    because: "The figures would be worse had the span been longer.",
    advice: "Measure longer, or end the span at a quiet hour.")
  static let beyondCurve = Explanation.Text(
    """
    Some batches were larger than the largest that was measured; the share is of all batches.
    """,
    because: """
      Beyond its last point a curve goes on with its last slope, which nobody has seen. Over a
      tenth, no verdict on latency is given.
      """,
    advice: """
      Measure larger batches (headroom calibrate), or lower max of batching.
      """)
  static let atMax = Explanation.Text(
    """
    An autoscaler asked for more than its pool may have, for over 1% of the time.
    """,
    because: "The pool limit, not the policy, decided then.",
    advice: """
      Raise max of the pool, or accept it and look at the late frames of those hours.
      """)
  static let shortHorizon = Explanation.Text(
    """
    The measured span is shorter than the day or the week after which the demand repeats.
    """,
    because: "It does not stand for a month, so no cost by the month is given.",
    advice: "Measure a whole cycle, or say with clock.month how to scale.")
  static let warmUpShort = Explanation.Text(
    """
    The service takes longer to forget that it began empty than the warm-up lasts.
    """,
    because: "The first hours look better than they are.",
    advice: """
      Raise clock.warm_up to what the warning says, or write warm_up: auto.
      """)
  static let precisionCap = Explanation.Text(
    """
    The limit on replications was reached before every interval was as narrow as was asked for.
    """,
    because: "The figures are right, but less sure than you wanted.",
    advice: "Allow more replications, or ask for less.")
  static let fewReplications = Explanation.Text(
    "There are fewer than three replications.",
    because: """
      Nothing can be said of how sure the figures are, so every verdict is open.
      """,
    advice: "Run at least 3; ten is the default.")
  static let priceOld = Explanation.Text(
    """
    A price is more than 365 days older than the beginning of the scenario, a spot price more
    than 30.
    """,
    because: "Prices change, spot prices within days.",
    advice: "Look the price up and give it with as_of: and source:.")
  static let curveUnsourced = Explanation.Text(
    """
    A service curve in use is assumed: nobody says who measured it and when.
    """,
    because: "The time of a batch decides most of the result.",
    advice: """
      Measure it (headroom calibrate), and write source: and measured: beside it.
      """)
}
