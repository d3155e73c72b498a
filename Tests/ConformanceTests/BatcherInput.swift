import Kernel
import Testing

extension JSONValue {
  /// A whole number that must be there.
  func wholeNumber(_ key: String) throws -> Int { try #require(self[key]?.int, "\(key)") }

  /// A length of time in seconds that must be there.
  func seconds(_ key: String) throws -> SimDuration {
    SimDuration(seconds: try #require(self[key]?.double, "\(key)"))
  }

  /// The instants of `arrivals` in seconds, which must be there.
  func arrivals() throws -> [SimTime] {
    try #require(self["arrivals"]?.array, "arrivals").map { value in
      .zero + SimDuration(seconds: try #require(value.double))
    }
  }
}

extension JSONValue {
  /// An instant in seconds.
  static func seconds(_ instant: SimTime) -> JSONValue { .number(instant.seconds) }
}
