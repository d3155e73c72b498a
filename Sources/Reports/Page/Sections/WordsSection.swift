import Capacity

/// What the words of the page mean, each with what it is a share of.
enum WordsSection {
  /// The section.
  static var markup: String {
    let rows = words.map { word, meaning in
      HTML.tag(
        "tr", [:],
        HTML.tag("th", ["scope": "row"], HTML.text(word)) + HTML.tag("td", [:], HTML.text(meaning)))
    }
    return HTML.tag(
      "section", ["aria-labelledby": "words"],
      HTML.tag("h2", ["id": "words"], "Words")
        + HTML.tag("table", ["class": "words"], HTML.tag("tbody", [:], rows.joined())))
  }

  private static let words: [(String, String)] = [
    ("frame", "One piece of work that a user sends: a video frame, an image, a request."),
    ("late", "Answered after its deadline. A share of the frames offered."),
    (
      "dropped",
      "Never answered: taken out of a queue, refused, or lost with its instance. A share of the "
        + "frames offered; “late or dropped” counts every frame not served in time once."
    ),
    ("offered", "Captured in the measured span, whatever became of it."),
    (
      "latency",
      "From the capture of a frame to its result at the user: network, wait and service. Of "
        + "answered frames only."
    ),
    (
      "p99",
      "Ninety-nine of a hundred answered frames are at least that quick; taken in each "
        + "replication, then averaged. “-” with fewer than 100 frames beyond it."
    ),
    ("busy", "The share of the lanes of ready instances that are serving."),
    (
      "instance",
      "One billed machine or place, from its launch to its end; mean over time, and most."
    ),
    (
      "replication",
      "One run over the measured span with its own random users; every architecture serves the "
        + "same users in the same replication."
    ),
    (
      "interval",
      "95% interval of the mean over replications by Student's t; ± is half of it. Settled means "
        + "that all of it is on one side of the limit."
    ),
    ("overloaded", "Cannot serve what it is offered: queues grow without end, so it is no answer."),
    ("cost", "By the month where the span stands for one, else of the span simulated."),
  ]
}
