/// A request at an instance of a serverless pool; instants in nanoseconds.
struct FunctionCall: BitwiseCopyable {
  enum Phase: UInt8 {
    case none, waiting, running
  }

  var phase = Phase.none
  /// Whether it started its instance.
  var isFirst = false
  /// Decides how long its service takes: drawn when it arrives, whatever becomes of it.
  var luck: UInt32 = 0
  var startedAt: Int64 = 0
  var frame = Frame.none
}
