/// Lengths of time, some of them perhaps only known to be longer than what was seen.
package struct DurationSample: Sendable {
  /// One length.
  package struct Value: Hashable, Sendable {
    /// The length in seconds; positive.
    package var seconds: Double
    /// Whether it had not ended when it was last seen.
    package var isCensored: Bool

    /// A length.
    package init(seconds: Double, isCensored: Bool = false) {
      self.seconds = seconds
      self.isCensored = isCensored
    }
  }

  /// The lengths, ascending; of equal ones those that ended come first.
  package let values: [Value]
  /// How many of them ended.
  package let ended: Int

  /// Sorts `values`, all positive.
  package init(_ values: [Value]) {
    self.values = values.sorted {
      $0.seconds != $1.seconds ? $0.seconds < $1.seconds : !$0.isCensored && $1.isCensored
    }
    ended = values.count { !$0.isCensored }
  }

  /// The steps of the distribution function: at each length that ended, its value just before and
  /// at it.
  ///
  /// Kaplan and Meier's product limit (JASA 53, 1958), which is the empirical distribution
  /// function when everything ended.
  var steps: [(seconds: Double, before: Double, after: Double)] {
    var steps: [(seconds: Double, before: Double, after: Double)] = []
    var survival = 1.0
    var at = 0
    // Invariant: `values[at...]` are at risk, and `survival` of all last longer than the ones before.
    while at < values.count {
      let seconds = values[at].seconds
      let same = values[at...].prefix { $0.seconds == seconds }
      let ended = same.count { !$0.isCensored }
      let before = 1 - survival
      survival *= 1 - Double(ended) / Double(values.count - at)
      if ended > 0 { steps.append((seconds, before, 1 - survival)) }
      at += same.count
    }
    return steps
  }
}
