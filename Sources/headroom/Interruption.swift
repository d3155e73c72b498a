import Experiments
import Foundation
import Synchronization

/// Ctrl-C and SIGTERM: the first one asks the run to stop, the second one leaves at once.
enum Interruption {
  /// What a run watches.
  static let stop = StopFlag()
  private static let received = Atomic<Int32>(0)

  /// The status to exit with after a stop: 130 for Ctrl-C, 143 for SIGTERM.
  static var status: Int32 { 128 + received.load(ordering: .relaxed) }

  /// Begins to listen.
  static func listen() {
    // Made here: a handler may not be the first to touch what is made on demand.
    _ = (stop.isSet, received.load(ordering: .relaxed))
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if Interruption.received.load(ordering: .relaxed) != 0 { _exit(128 + number) }
        Interruption.received.store(number, ordering: .relaxed)
        Interruption.stop.set()
      }
    }
  }
}
