import Foundation

/// Turns a trap of ours into one sentence and exit status 70, instead of a page of registers.
enum CrashHandler {
  /// Installs the handlers, unless `HEADROOM_DEBUG` asks for Swift's own backtrace.
  static func install() {
    guard Console.environment("HEADROOM_DEBUG") == nil else { return }
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] {
      signal(number) { _ in
        let message: StaticString = """
          headroom has a bug: it broke one of its own laws and stopped.
            Nothing was written; older results are intact.
            For the place in the code run it again with HEADROOM_DEBUG=1 and report that text.

          """
        _ = unsafe write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
        _exit(Exit.bug)
      }
    }
  }
}
