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
  /// The result is the same for any number of threads. A stopped run keeps the replications that
  /// every architecture has finished, so that pairs stay pairs; it may have none.
  public func run(
    stop: StopFlag = StopFlag(), report: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws(ConservationViolation) -> Comparison {
    let simulators = scenario.architectures.map { Simulator(scenario, architecture: $0) }
    let collector = Collector(scenario)
    let queue = WorkQueue(total: scenario.replications * simulators.count)
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
    if let violation = collector.violation { throw violation }
    return collector.comparison()
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
  let total: Int
  private let taken = Atomic<Int>(0)
  private let thousandths = Atomic<Int>(0)

  init(total: Int) { self.total = total }

  func next() -> Int? {
    let job = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return job < total ? job : nil
  }

  func advance(by change: Int) { thousandths.wrappingAdd(change, ordering: .relaxed) }

  func progress(done: Int, architecture: String) -> Runner.Progress {
    let share = Double(thousandths.load(ordering: .relaxed)) / (1000 * Double(max(total, 1)))
    return .init(done: done, total: total, share: share, architecture: architecture)
  }
}
