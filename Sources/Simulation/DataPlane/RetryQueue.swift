/// Frames on their way to the service once more, a heap by arrival.
///
/// Those that arrive at one instant come in the order of capture, less the way down, and among
/// equals by source.
struct RetryQueue {
  /// The source that stands for all of them, once there has been one.
  var place: Int?
  private var frames: [Frame] = []

  /// When the first arrives, or never.
  var due: Int64 { frames.first?.arrival ?? .max }

  /// Adds a frame; logarithmic.
  mutating func add(_ frame: Frame) {
    frames.append(frame)
    var hole = frames.count - 1
    while hole > 0, Self.comes(frame, before: frames[(hole - 1) / 2]) {
      frames[hole] = frames[(hole - 1) / 2]
      hole = (hole - 1) / 2
    }
    frames[hole] = frame
  }

  /// Takes the frame that arrives first; there must be one. Logarithmic.
  mutating func removeFirst() -> Frame {
    let first = frames[0]
    let last = frames.removeLast()
    if !frames.isEmpty { sink(last) }
    return first
  }

  /// Takes all frames of some sources, in the order of arrival.
  mutating func remove(where isTaken: (_ source: Int) -> Bool) -> [Frame] {
    guard !frames.isEmpty else { return [] }
    // A sorted array is a heap.
    frames.sort(by: Self.comes(_:before:))
    let taken = frames.filter { isTaken(Int($0.source)) }
    frames.removeAll { isTaken(Int($0.source)) }
    return taken
  }

  private mutating func sink(_ frame: Frame) {
    var hole = 0
    while 2 * hole + 1 < frames.count {
      var child = 2 * hole + 1
      if child + 1 < frames.count, Self.comes(frames[child + 1], before: frames[child]) {
        child += 1
      }
      guard Self.comes(frames[child], before: frame) else { break }
      frames[hole] = frames[child]
      hole = child
    }
    frames[hole] = frame
  }

  private static func comes(_ a: Frame, before b: Frame) -> Bool {
    (a.arrival, a.identity, a.source) < (b.arrival, b.identity, b.source)
  }
}
