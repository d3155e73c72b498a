import Foundation

/// Files of the machine that the program runs on.
public enum LocalFile {
  /// The most bytes that are read of one file.
  static let byteLimit = 500_000_000

  /// The bytes of the file at `path`.
  public static func read(path: String) throws(FileProblem) -> [UInt8] {
    let facts: [FileAttributeKey: Any]
    do {
      facts = try FileManager.default.attributesOfItem(
        atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    } catch {
      throw .notFound
    }
    if facts[.type] as? FileAttributeType == .typeDirectory { throw .isFolder }
    if let size = facts[.size] as? NSNumber, size.intValue > byteLimit {
      throw .tooLarge(limit: byteLimit)
    }
    guard let content = FileManager.default.contents(atPath: path) else { throw .notReadable }
    return [UInt8](content)
  }
}
