public import Kernel

/// How a population's clients send again what came to nothing.
///
/// Exponential back-off with full jitter, as the standard retry mode of the AWS SDKs has it: before
/// attempt n + 1 a client waits a uniform part of `backoff` times 2^(n-1), at most of `maxBackoff`.
/// Only frames that were rejected or failed are sent again; what a queue drops is not.
public struct RetryPolicy: Hashable, Sendable {
  /// The most attempts, the first one too; from 2 to 100.
  public var attempts: Int
  /// The longest wait before the second attempt.
  public var backoff: SimDuration
  /// The longest wait before any attempt; at least `backoff`.
  public var maxBackoff: SimDuration

  /// Up to `attempts` attempts, the waits between them growing from `backoff` to `maxBackoff`.
  public init(
    attempts: Int, backoff: SimDuration, maxBackoff: SimDuration = .seconds(20)
  ) {
    self.attempts = attempts
    self.backoff = backoff
    self.maxBackoff = max(backoff, maxBackoff)
  }

  /// The longest wait before an attempt, from 2 on.
  public func longestWait(beforeAttempt attempt: Int) -> SimDuration {
    var wait = backoff
    for _ in 2..<max(attempt, 2) where wait < maxBackoff { wait = wait + wait }
    return min(wait, maxBackoff)
  }
}
