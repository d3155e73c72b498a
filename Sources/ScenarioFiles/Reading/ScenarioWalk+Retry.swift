import Capacity
import Kernel

extension ScenarioWalk {
  /// How clients send again: `{attempts: 3, backoff: 100ms, max_backoff: 20s}`.
  mutating func retry(_ node: YAMLNode) -> RetryPolicy? {
    let keys = ["attempts", "backoff", "max_backoff"]
    guard let section = section(node, "`retry`", keys: keys),
      let attemptsNode = required("attempts", in: section),
      let attempts = integer(attemptsNode, in: 2...100),
      let backoffNode = required("backoff", in: section),
      let backoff = duration(backoffNode, atMost: .hours(1))
    else { return nil }
    // What the AWS SDKs have: 20 s.
    let fallback = max(backoff, .seconds(20))
    guard let mostNode = section["max_backoff"] else {
      return RetryPolicy(attempts: attempts, backoff: backoff, maxBackoff: fallback)
    }
    guard let most = duration(mostNode, atLeast: backoff, atMost: .hours(1)) else { return nil }
    return RetryPolicy(attempts: attempts, backoff: backoff, maxBackoff: most)
  }
}
