public import Capacity
import Kernel
public import Simulation
import Synchronization

/// Simulates the architectures of a scenario, replication by replication, on several threads.
public struct Runner: Sendable {
  /// How far a run has come.
  public struct Progress: Hashable, Sendable {
    /// Replications finished, over all architectures.
    public var done: Int
    /// Replications asked for, over all architectures.
    public var total: Int
    /// The share of all work that is done, from 0 to 1, unfinished replications included.
    public var share: Double
    /// The architecture whose replication finished last, or the first.
    public var architecture: String
  }

  private let scenario: Scenario
  private let jobs: Int

  /// A run of all architectures of a scenario on at most `jobs` threads, at least one.
  public init(_ scenario: Scenario, jobs: Int) {
    self.scenario = scenario
    self.jobs = max(1, jobs)
  }

  /// Simulates until all is done or `stop` is set.
  ///
  /// With a precision, rounds of replications follow each other until the widest interval of its
  /// figures is narrow enough or the cap is reached. The result is the same for any number of
  /// threads. A stopped run keeps the replications that every architecture has finished, so that
  /// pairs stay pairs; it may have none.
  public func run(
    precision: Precision? = nil, stop: StopFlag = StopFlag(),
    report: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws(RunFailure) -> Comparison {
    var planned = try FillingSearch(scenario).filled(stop: stop)
    let suggestion = try WarmUpSearch(planned).suggestion(stop: stop)
    if planned.clock.findsWarmUp {
      let half = SimDuration(nanoseconds: planned.clock.measure.nanoseconds / 2)
      planned.clock.warmUp = min(suggestion ?? half, half)
    }
    let collector = Collector(planned)
    let simulators = planned.architectures.map { Simulator(planned, architecture: $0) }
    var done = 0
    var target = precision.map { max(planned.replications, $0.least) } ?? planned.replications
    while true {
      await simulate(
        done..<target, simulators, collector: collector, stop: stop, report: report)
      if let failure = collector.failure { throw failure }
      var comparison = collector.comparison(asked: target)
      comparison.suggestedWarmUp = suggestion
      guard let precision, !comparison.isPartial else { return comparison }
      let outcome = precision.outcome(of: comparison)
      comparison.precision = outcome
      guard !outcome.isReached, target < outcome.cap else { return comparison }
      done = target
      target = precision.nextTarget(after: target, outcome)
    }
  }

  private func simulate(
    _ replications: Range<Int>, _ simulators: [Simulator], collector: Collector, stop: StopFlag,
    report: @escaping @Sendable (Progress) -> Void
  ) async {
    let queue = WorkQueue(
      first: replications.lowerBound * simulators.count,
      end: replications.upperBound * simulators.count)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(jobs, queue.total) {
        group.addTask {
          while !stop.isSet, !collector.hasFailed, let job = queue.next() {
            Self.simulate(
              job, simulators, collector: collector, queue: queue, stop: stop, report: report)
          }
        }
      }
    }
  }

  /// Replication by replication, so that a stopped run has as many whole ones as can be.
  private static func simulate(
    _ job: Int, _ simulators: [Simulator], collector: Collector, queue: WorkQueue, stop: StopFlag,
    report: @Sendable (Progress) -> Void
  ) {
    let architecture = job % simulators.count
    let replication = job / simulators.count
    var reported = 0
    do {
      let result = try simulators[architecture].run(replication: replication) { share in
        let thousandths = Int(share * 1000)
        queue.advance(by: thousandths - reported)
        reported = thousandths
        report(queue.progress(done: collector.done, architecture: simulators[architecture].name))
        return stop.isSet
      }
      guard let result else { return }
      queue.advance(by: 1000 - reported)
      collector.add(result, architecture: architecture)
      report(queue.progress(done: collector.done, architecture: simulators[architecture].name))
    } catch {
      collector.fail(error)
    }
  }
}

/// A wish to stop that one thread expresses and others see.
public final class StopFlag: Sendable {
  private let flag = Atomic<Bool>(false)

  /// Not set.
  public init() {}

  /// Whether somebody wants the run to stop.
  public var isSet: Bool { flag.load(ordering: .relaxed) }

  /// Asks the run to stop; safe in a signal handler.
  public func set() { flag.store(true, ordering: .relaxed) }
}

/// The jobs not yet taken, and how much of the work is done in thousandths of a replication.
private final class WorkQueue: Sendable {
  /// One past the last job.
  private let end: Int
  private let taken: Atomic<Int>
  private let thousandths: Atomic<Int>

  init(first: Int, end: Int) {
    self.end = end
    taken = Atomic(first)
    thousandths = Atomic(first * 1000)
  }

  /// The number of jobs, earlier rounds included.
  var total: Int { end }

  func next() -> Int? {
    let job = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return job < end ? job : nil
  }

  func advance(by change: Int) { thousandths.wrappingAdd(change, ordering: .relaxed) }

  func progress(done: Int, architecture: String) -> Runner.Progress {
    let share = Double(thousandths.load(ordering: .relaxed)) / (1000 * Double(max(end, 1)))
    return .init(done: done, total: end, share: share, architecture: architecture)
  }
}
