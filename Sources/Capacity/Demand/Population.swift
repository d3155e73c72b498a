public import Kernel

/// Users of one kind.
public struct Population: Sendable {
  /// What a session of a population does.
  public enum Kind: Sendable {
    /// Each session sends frames at a rate while it lasts.
    case stream(StreamDemand)
    /// Each session sends one inference.
    case request
  }

  /// The name, `[a-z0-9][a-z0-9._-]*`.
  public var name: String
  /// What a session does.
  public var kind: Kind
  /// When sessions start.
  public var arrivals: Arrivals
  /// The way between the user and the service.
  public var network: Network
  /// A frame is late when its result is back later than this after its capture.
  public var deadline: SimDuration
  /// How its clients send again what was rejected or failed; nil when they do not.
  public var retry: RetryPolicy?
  /// How its sessions announce themselves, stream populations only; nil when they do not.
  public var signal: StartSignal?

  /// Whether its sessions are streams.
  public var isStream: Bool {
    if case .stream = kind { return true }
    return false
  }

  /// A population of the given parts.
  public init(
    name: String, kind: Kind, arrivals: Arrivals, network: Network = Network(),
    deadline: SimDuration, retry: RetryPolicy? = nil, signal: StartSignal? = nil
  ) {
    self.name = name
    self.kind = kind
    self.arrivals = arrivals
    self.network = network
    self.deadline = deadline
    self.retry = retry
    self.signal = signal
  }
}

/// What each session of a stream population sends.
public struct StreamDemand: Sendable {
  /// Where in its period a session's frames fall.
  public enum Phase: Hashable, Sendable {
    /// The first frame is captured at a random part of one period after the session's start.
    case random
    /// Frames are captured at whole multiples of the period from instant zero: all together.
    case aligned
    /// As aligned, but session n of the population is later by n times the step.
    case staggered(step: SimDuration)
  }

  /// The time between two frames of a session; positive.
  public var period: SimDuration
  /// How long a session lasts, in seconds; draws are at least one nanosecond.
  public var duration: Distribution
  /// Where in the period frames fall.
  public var phase: Phase
  /// By how much a capture is off its beat, in seconds; nil for never.
  public var jitter: Distribution?

  /// What a session sends.
  public init(
    period: SimDuration, duration: Distribution, phase: Phase = .random,
    jitter: Distribution? = nil
  ) {
    self.period = period
    self.duration = duration
    self.phase = phase
    self.jitter = jitter
  }
}

/// The way between a user and the service.
public struct Network: Sendable {
  /// The round trip in seconds, drawn for each frame; half of it on the way up; nil for none.
  public var roundTrip: Distribution?
  /// The size of an uploaded frame, or nil when it does not matter.
  public var frameSize: Bytes?
  /// The user's upload link; each frame takes `frameSize` over this on the way up.
  public var uplink: Bandwidth?

  /// A network of the given parts; by default none.
  public init(roundTrip: Distribution? = nil, frameSize: Bytes? = nil, uplink: Bandwidth? = nil) {
    self.roundTrip = roundTrip
    self.frameSize = frameSize
    self.uplink = uplink
  }

  /// The time that a frame takes on the user's upload link.
  public var uploadTime: SimDuration {
    guard let frameSize, let uplink else { return .zero }
    return uplink.transferTime(of: frameSize)
  }
}
