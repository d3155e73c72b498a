import Foundation

/// A file that is written from its beginning, a block at a time.
///
/// The first error is kept and thrown by `close`; what is written after it is let go.
struct BufferedFile: TextOutputStream {
  private let descriptor: FileHandle
  private var block: [UInt8] = []
  private var failure: (any Error)?
  private static let blockSize = 1 << 16

  /// Creates the file, or empties it.
  init(path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil) else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
    }
    descriptor = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    block.reserveCapacity(Self.blockSize + 1024)
  }

  mutating func write(_ string: String) {
    block.append(contentsOf: string.utf8)
    if block.count >= Self.blockSize { flush() }
  }

  /// Writes the rest and closes the file; throws if anything was not written.
  mutating func close() throws {
    flush()
    try descriptor.close()
    if let failure { throw failure }
  }

  private mutating func flush() {
    if failure == nil {
      do { try descriptor.write(contentsOf: block) } catch { failure = error }
    }
    block.removeAll(keepingCapacity: true)
  }
}
