/// Explanations of what money goes to: time of instances first, then the rest.
enum CategoryTexts {
  static let busy = Explanation.Text(
    "Ready time of instances in which at least one lane served a batch.",
    because: "It is the part that does the work.",
    advice: "A faster model or larger batches make it smaller.")
  static let idle = Explanation.Text(
    "Ready time of instances in which no lane served.",
    because: "It is what a better fit to the demand would save at most.",
    advice: "Scale in sooner, lower min, or accept it as the reserve for the next peak.")
  static let starting = Explanation.Text(
    """
    Time of instances from launch to ready: boot, image, load of the model, warm-up. Files also
    count such instances (instances_starting of timeline.csv).
    """,
    because: "It is paid for, and serves nobody.",
    advice: "Fewer starts (a longer stabilisation), or shorter ones (cache the image).")
  static let draining = Explanation.Text(
    """
    Time of instances from the order to drain to their end: they finish what they have and take
    nothing new.
    """,
    because: "It is paid for.",
    advice: "Streams hold an instance until they end: drain limits how long.")
  static let minimum = Explanation.Text(
    """
    What a billing rule adds to the time lived: the rest of a second, of the shortest time that is
    billed, or of an hour begun.
    """,
    because: "Many short lives pay it many times.",
    advice: "Keep instances longer, or use billing per_second.")
  static let vacant = Explanation.Text(
    "Nodes that start, and places on ready nodes that no replica has.",
    because: "Nodes are paid for whole.",
    advice: "A per_node that fits the fleet, or a provisioner that consolidates sooner.")
  static let provisioned = Explanation.Text(
    "Serverless instances for being kept ready, used or not.",
    because: "It buys requests without a cold start.",
    advice: "Compare with cold_start_share of the same scenario without them.")
  static let warm = Explanation.Text(
    "Machines kept prepared in a warm pool, at their share of the price.",
    because: "It buys short starts.",
    advice: "Lower count of warm until late_or_dropped tells the difference.")
  static let refund = Explanation.Text(
    """
    What the provider gives back for instances that it took in their first hour; never positive.
    """,
    because: "It is counted in full where refund_first_hour is true.",
    advice: "See your provider's terms: not all give it, and not for all systems.")
  static let commitmentSaving = Explanation.Text(
    """
    What reserved instances and savings plans take off the price of the usage that they cover;
    negative, or positive where a commitment is dearer than the usage.
    """,
    because: "The other lines are at the price on demand, so that they compare.",
    advice: "Set it against committed_unused: the sum is what committing brought.")
  static let committedUnused = Explanation.Text(
    "What was committed to, or owned, and not used.",
    because: "It is paid whether it serves or not.",
    advice: "Commit less: to the level that is used most of the time.")
}
