package import Kernel

/// A pod as the autoscaler sees it.
package struct Pod: Hashable, Sendable {
  /// Where a pod is in its life.
  package enum Phase: String, Hashable, Sendable {
    /// Not on a node yet, or its images are not there.
    case pending = "Pending"
    /// Some container runs.
    case running = "Running"
    /// Every container ended well.
    case succeeded = "Succeeded"
    /// Every container ended, one of them badly.
    case failed = "Failed"
  }

  /// One measurement of one pod.
  package struct Sample: Hashable, Sendable {
    /// What was measured, in thousandths of the unit.
    package var milli: Int64
    /// The end of the time over which it was measured.
    package var time: SimTime
    /// How long that time was.
    package var window: SimDuration

    /// A measurement.
    package init(milli: Int64, time: SimTime, window: SimDuration) {
      self.milli = milli
      self.time = time
      self.window = window
    }
  }

  /// Where it is in its life.
  package var phase: Phase
  /// Whether it is being deleted.
  package var isDeleted: Bool
  /// Whether it says that it serves, or nil when it says nothing.
  package var isReady: Bool?
  /// When it started, or nil when it has not.
  package var started: SimTime?
  /// When its readiness changed last; nil is long ago.
  package var readinessChanged: SimTime?
  /// What its containers request together, in thousandths of the unit; nil when one does not say.
  package var requestMilli: Int64?
  /// Its measurement, or nil without one.
  package var sample: Sample?

  /// A pod; running, ready, started long ago and without a measurement unless said otherwise.
  package init(
    phase: Phase = .running, isDeleted: Bool = false, isReady: Bool? = true,
    started: SimTime? = nil, readinessChanged: SimTime? = nil, requestMilli: Int64? = nil,
    sample: Sample? = nil
  ) {
    self.phase = phase
    self.isDeleted = isDeleted
    self.isReady = isReady
    self.started = started
    self.readinessChanged = readinessChanged
    self.requestMilli = requestMilli
    self.sample = sample
  }

  /// Whether it runs and is ready, as metrics of the target as a whole count pods.
  ///
  /// A pod that is being deleted counts while it is ready, as in Kubernetes v1.33.
  package var isServing: Bool { phase == .running && isReady == true }
}
