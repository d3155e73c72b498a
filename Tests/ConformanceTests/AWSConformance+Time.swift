import Kernel
import Testing

extension JSONValue {
  /// A required length of time under `key`, in seconds.
  func duration(_ key: String) throws -> SimDuration {
    SimDuration(seconds: try #require(self[key]?.double, "\(key) is missing"))
  }

  /// The instant that this many seconds after time zero are.
  func instant() throws -> SimTime {
    .zero + SimDuration(seconds: try #require(double))
  }
}
