import Capacity
import Experiments
import Foundation
import Kernel

/// The figures that are about the whole machine, not about a loop.
enum Machine {
  /// How many times as fast two threads are as one, on replications of the first case.
  static func speedUp() async throws -> Double {
    var scenario = BenchmarkCase.stickyScenario(hours: 1)
    scenario.replications = 8
    let clock = ContinuousClock()
    var seconds: [Double] = []
    for jobs in [1, 2] {
      let start = clock.now
      _ = try await Runner(scenario, jobs: jobs).run()
      seconds.append((clock.now - start) / .seconds(1))
    }
    return seconds[0] / seconds[1]
  }

  /// The most memory that the process has held, in megabytes.
  static var peakMemory: Int {
    var usage = rusage()
    _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}
