import Foundation

/// Says on standard error how long each section took; the page does not depend on it.
struct Stopwatch {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant

  init() { last = clock.now }

  /// Ends a section.
  mutating func lap(_ section: String) {
    let now = clock.now
    let seconds = Figure.fixed((now - last) / .seconds(1), 1)
    FileHandle.standardError.write(Data("\(seconds) s  \(section)\n".utf8))
    last = now
  }
}
