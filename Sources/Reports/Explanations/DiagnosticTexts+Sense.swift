/// Explanations of problems of names, of sense and of other files.
extension DiagnosticTexts {
  static let unknownName = Explanation.Text(
    """
    A name refers to something that does not exist: a model, a machine, a pool, an architecture,
    an entry of the catalog or one of a fixed set of choices.
    """,
    because: "What was meant would have to be guessed.",
    advice: "Take the suggestion; headroom catalog lists what is built in.")
  static let unknownMetric = Explanation.Text(
    "An objective is on something that is not measured.",
    because: "A limit that measures nothing would always pass.",
    advice: "Use one of the metrics that headroom explain lists.")
  static let version = Explanation.Text(
    """
    The scenario says a version of the language that this program does not know.
    """,
    because: "The same words may mean something else there.",
    advice: "Write headroom: 1, or use a newer headroom.")
  static let contradiction = Explanation.Text(
    """
    Two values cannot both hold, such as a min above its max, or two bases of sessions.
    """,
    because: "Whichever were taken, the other would be silently wrong.",
    advice: "Change one of the two places that the message shows.")
  static let noCurve = Explanation.Text(
    "Nothing says how long a GPU takes to serve the model.",
    because: """
      The time of a batch decides latency, capacity and cost more than anything else.
      """,
    advice: """
      Add a curve for that GPU under on: of the model; headroom calibrate makes one from
      measurements, headroom catalog lists built-in ones.
      """)
  static let precision = Explanation.Text(
    """
    The model has curves of several precisions on this GPU, and serve does not say which.
    """,
    because: "int8 and fp32 may differ threefold in time.",
    advice: "Say precision: in serve.")
  static let memory = Explanation.Text(
    """
    The copies of the model (lanes) do not fit the memory of one GPU, in bytes.
    """,
    because: "Such a replica would never start.",
    advice: "Fewer lanes, a smaller precision, or a GPU with more memory.")
  static let deadline = Explanation.Text(
    """
    The network alone takes longer than the deadline, before any GPU has begun.
    """,
    because: "Every frame would be late whatever the fleet.",
    advice: "Correct round_trip, frame_size and uplink, or relax the deadline.")
  static let routing = Explanation.Text(
    """
    A routing that keeps a stream on one instance is used by a population that makes requests.
    """,
    because: "A single request has no stream to stay with.",
    advice: """
      Use round_robin, least_outstanding, power_of_two_choices or shared_queue.
      """)
  static let like = Explanation.Text(
    "Architectures are like each other in a circle.",
    because: "None of them says what it is.",
    advice: "Write one of them out.")
  static let traceFile = Explanation.Text(
    """
    A CSV file that the scenario names cannot be used: not there, empty, without the named
    column, too short for the measured span, or too long.
    """,
    because: "The demand or the market would have holes.",
    advice: """
      See docs/scenarios.md for what a trace must hold; paths are relative to the scenario.
      """)
  static let traceRow = Explanation.Text(
    """
    Rows of a CSV file cannot be used: a field is missing or not a number, or times do not
    ascend by equal steps.
    """,
    because: "A row that were skipped would lower the demand unseen.",
    advice: "Mend the rows that the message counts.")
  static let measurements = Explanation.Text(
    """
    A file of measurements cannot be calibrated from, because its columns or its values do not
    say what is needed.
    """,
    because: """
      A curve from doubtful measurements would carry its doubt into every figure.
      """,
    advice: "See docs/calibration.md for the files that are understood.")
}
