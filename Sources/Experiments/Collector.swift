import Capacity
import Simulation
import Synchronization

/// Gathers results as threads finish them, in an order that threads cannot change.
///
/// A replication's results wait until every architecture has that replication; then they are
/// folded in, so that memory holds one set of histograms and a few waiting results.
final class Collector: Sendable {
  private struct State {
    /// Results of replications that are not complete: replication, then architecture.
    var waiting: [Int: [ReplicationResult?]] = [:]
    /// Complete replications by number, one digest an architecture.
    var digests: [Int: [ReplicationDigest]] = [:]
    /// By architecture and population, over complete replications.
    var populations: [[PopulationResult]?]
    var done = 0
    var failure: RunFailure?
  }

  private let scenario: Scenario
  private let state: Mutex<State>

  init(_ scenario: Scenario) {
    self.scenario = scenario
    state = Mutex(State(populations: scenario.architectures.map { _ in nil }))
  }

  /// The number of results so far.
  var done: Int { state.withLock { $0.done } }

  /// Why the first replication that failed has no result, if any has.
  var failure: RunFailure? { state.withLock { $0.failure } }

  /// Whether a replication failed.
  var hasFailed: Bool { failure != nil }

  func fail(_ failure: RunFailure) {
    state.withLock { state in
      if state.failure == nil { state.failure = failure }
    }
  }

  func add(_ result: ReplicationResult, architecture: Int) {
    let count = scenario.architectures.count
    state.withLock { state in
      state.done += 1
      var row = state.waiting[result.replication] ?? Array(repeating: nil, count: count)
      row[architecture] = result
      let complete = row.compactMap { $0 }
      guard complete.count == count else {
        state.waiting[result.replication] = row
        return
      }
      state.waiting[result.replication] = nil
      state.digests[result.replication] = complete.map { ReplicationDigest($0) }
      for index in complete.indices {
        Self.fold(complete[index].populations, into: &state.populations[index])
      }
    }
  }

  /// Integer sums, so the order of folding does not matter.
  private static func fold(_ new: [PopulationResult], into sum: inout [PopulationResult]?) {
    guard var total = sum else {
      sum = new
      return
    }
    sum = nil
    for index in total.indices {
      total[index].offered += new[index].offered
      total[index].outcomes = total[index].outcomes + new[index].outcomes
      total[index].latency.merge(new[index].latency)
    }
    sum = total
  }

  /// All complete replications, in the order of their numbers.
  /// `asked` is how many of them there should be.
  func comparison(asked: Int) -> Comparison {
    state.withLock { state in
      var scenario = scenario
      scenario.replications = asked
      let numbers = state.digests.keys.sorted()
      let results = scenario.architectures.indices.map { index in
        ArchitectureResult(
          architecture: scenario.architectures[index],
          replications: numbers.compactMap { state.digests[$0]?[index] },
          populations: state.populations[index] ?? [])
      }
      return Comparison(
        scenario: scenario, results: results,
        isPartial: numbers.count < asked, replications: numbers.count)
    }
  }
}
