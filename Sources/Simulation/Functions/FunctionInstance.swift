/// An instance of a serverless pool while it is there; instants and durations in nanoseconds.
struct FunctionInstance: BitwiseCopyable {
  /// Its number in the order of creation, below 2^40; below 0 for a place without an instance.
  var number: Int64 = -1
  var isProvisioned = false
  /// Whether it has been seen ready.
  var isReady = false
  /// Requests that it has, waiting for its start or in service.
  var calls: Int32 = 0
  /// Those in service.
  var running: Int32 = 0
  /// Its neighbours among the idle instances, by how long they have been idle; -1 for none.
  var before: Int32 = -1
  var after: Int32 = -1
  var idleSince: Int64 = 0
  var life = FunctionLife()
}

/// What an instance of a serverless pool did; instants and durations in nanoseconds.
struct FunctionLife: BitwiseCopyable {
  var number: Int64 = 0
  var isProvisioned = false
  var launched: Int64 = 0
  var booted: Int64 = 0
  var imaged: Int64 = 0
  var loaded: Int64 = 0
  var ready: Int64 = 0
  /// When it ended; never for one that is there at the end of the measured span.
  var gone: Int64 = .max
  /// Time in service within the measured span, added up over requests.
  var busy: Int64 = 0
  /// Requests whose service began within the measured span, and what they are billed for: their
  /// own time in whole granules, and what the instance's start adds to it.
  var use = FunctionUse()
}

/// Requests and the time that they are billed for.
struct FunctionUse: BitwiseCopyable {
  var requests: Int64 = 0
  var execution: Int128 = 0
  var initialisation: Int128 = 0

  mutating func add(execution: Int64, initialisation: Int64) {
    requests += 1
    self.execution += Int128(execution)
    self.initialisation += Int128(initialisation)
  }
}
