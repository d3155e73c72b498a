import Experiments
import Foundation
import Reports
import Synchronization

/// Shows how far a run is: one line that is redrawn on a terminal, plain lines elsewhere.
final class ProgressDisplay: Sendable {
  private struct State {
    var drawn = ContinuousClock.now
    var isVisible = false
    var quarter = 0
  }

  private let began = ContinuousClock.now
  private let isLive: Bool
  private let isQuiet: Bool
  private let state = Mutex(State())

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    isLive = Console.showsProgress
  }

  /// The time since the run began, in seconds.
  var elapsedSeconds: Double { Self.seconds(ContinuousClock.now - began) }

  /// Takes note of progress; called from any thread.
  func show(_ progress: Runner.Progress) {
    guard !isQuiet else { return }
    state.withLock { state in
      if isLive { redraw(progress, &state) } else { log(progress, &state) }
    }
  }

  /// First after 0.3 s, then ten times a second at most.
  private func redraw(_ progress: Runner.Progress, _ state: inout State) {
    let now = ContinuousClock.now
    guard now - began > .milliseconds(300), now - state.drawn > .milliseconds(100) else { return }
    state.drawn = now
    state.isVisible = true
    let line = ProgressLine.text(
      done: progress.done, total: progress.total, share: progress.share,
      architecture: progress.architecture, elapsedSeconds: elapsedSeconds,
      width: Console.width(of: STDERR_FILENO) - 1)
    Console.error("\r\u{1b}[2K" + line)
  }

  /// A line at each quarter, ten seconds apart at least, and every five minutes at most.
  private func log(_ progress: Runner.Progress, _ state: inout State) {
    let elapsed = ContinuousClock.now - began
    guard elapsed > .seconds(2), progress.done < progress.total else { return }
    let quarter = Int(progress.share * 4)
    let since = ContinuousClock.now - state.drawn
    guard (quarter > state.quarter && since > .seconds(10)) || since > .seconds(300) else { return }
    state.quarter = quarter
    state.drawn = ContinuousClock.now
    Console.error(
      ProgressLine.text(
        done: progress.done, total: progress.total, share: progress.share,
        architecture: progress.architecture, elapsedSeconds: elapsedSeconds) + "\n")
  }

  /// Takes the line away.
  func finish() {
    state.withLock { state in
      if state.isVisible { Console.error("\r\u{1b}[2K") }
      state.isVisible = false
    }
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
