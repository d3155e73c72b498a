/// How many instances a serverless pool has in each state, and their time in it; nanoseconds.
struct FunctionMeter: BitwiseCopyable {
  private(set) var now: Int64
  var starting = 0
  var ready = 0
  /// Ready instances without a request.
  var idle = 0
  /// Requests in service.
  var running = 0
  /// Requests that wait for an instance to start.
  var waiting = 0
  /// Instance-nanoseconds since they were last taken.
  private var startingArea: Int128 = 0
  private var readyArea: Int128 = 0
  private var idleArea: Int128 = 0
  /// Request-nanoseconds in service, from the beginning.
  private(set) var busyArea: Int128 = 0
  /// The most instances since the measured span began.
  private(set) var most = 0

  /// What was added up between two looks.
  struct Areas {
    var starting: Int128
    var ready: Int128
    var idle: Int128
  }

  init(now: Int64) { self.now = now }

  var instances: Int { starting + ready }

  /// Lets time pass with everything as it is; an instant in the past changes nothing.
  @inline(__always)
  mutating func accrue(to instant: Int64) {
    guard instant > now else { return }
    let length = instant &- now
    now = instant
    startingArea &+= Int128(starting) &* Int128(length)
    readyArea &+= Int128(ready) &* Int128(length)
    idleArea &+= Int128(idle) &* Int128(length)
    busyArea &+= Int128(running) &* Int128(length)
  }

  mutating func noteSize() { most = max(most, instances) }

  /// Counts the most instances anew.
  mutating func startMeasuring() { most = instances }

  /// What has been added up since the last time, instances only.
  mutating func take() -> Areas {
    let areas = Areas(starting: startingArea, ready: readyArea, idle: idleArea)
    startingArea = 0
    readyArea = 0
    idleArea = 0
    return areas
  }
}
