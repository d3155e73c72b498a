/// What is paid for beside instances.
extension CategoryTexts {
  static let egress = Explanation.Text(
    "Data of answers sent to users: answered frames times per_frame, by tiers of the month.",
    because: "With pictures as answers it may exceed the GPUs.",
    advice: "Send masks or boxes in the place of pictures, or compress.")
  static let storage = Explanation.Text(
    "Models and images kept in a store, by the gibibyte and month.",
    because: "It does not depend on the load.",
    advice: "Usually small; look at model_pulls first.")
  static let modelPulls = Explanation.Text(
    "Fetches of the model by starting instances: requests, and data from another region.",
    because: "Each cold start pays it.",
    advice: "Keep a copy in the region (from: same_region), or on the node (cache: node).")
  static let featureStore = Explanation.Text(
    "Records that answers read from a feature store, in whole units each.",
    because: "Small records still pay a whole unit.",
    advice: "Read fewer, or put several into one record.")
  static let telemetry = Explanation.Text(
    "Traces and logs of answers, their intake and their keeping.",
    because: "It grows with the load, not with the fleet.",
    advice: "Lower sampling; keep logs for a shorter time.")
  static let requests = Explanation.Text(
    """
    What each request costs whatever its time: of a serverless pool, or for each frame offered
    (requests of charges).
    """,
    because: "With short requests it exceeds their time.",
    advice: "Send several frames in one request.")
  static let deviceEnergy = Explanation.Text(
    "Electricity of users' devices: frames offered times their energy.",
    because: "It is paid by the users, and part of the cost only if you say so.",
    advice: "Leave it out to see your own bill.")
  static let overhead = Explanation.Text(
    "What is paid by the month whatever happens: licences, people, a control plane.",
    because: "It is the same for a small fleet and a large one.",
    advice: "The metrics that end in _without_overhead leave it out.")
}
