import Capacity
import Kernel

/// One server, first come first served.
extension ExactCase {
  static let singleServer: [ExactCase] = [
    ExactCase(
      name: "M/M/1, λ 8, μ 10",
      scenario: Plain.queue(8, .random(.exponential(mean: 0.1)), span: .hours(20)),
      truths: [
        .metric("W, s", .meanLatency, 0.5, digits: 6, scale: 1e-3, uncertainty: 0),
        .metric("sojourn p50, s", .p50Latency, 0.346574, digits: 6, scale: 1e-3),
        .metric("sojourn p95, s", .p95Latency, 1.497866, digits: 6, scale: 1e-3),
        .metric("sojourn p99, s", .p99Latency, 2.302585, digits: 6, scale: 1e-3),
        .metric("utilisation", .utilization, 0.8, digits: 6, uncertainty: 0),
      ]),
    ExactCase(
      name: "M/D/1, λ 8, D 0.1",
      scenario: Plain.queue(8, .affine(base: 0, perItem: 0.1), span: .hours(20)),
      truths: [
        .metric("Wq, s", .meanWait, 0.2, digits: 6, scale: 1e-3, uncertainty: 0),
        .noWait(0.2, digits: 6), .wait(0.5, "p50", 0.127594), .wait(0.9, "p90", 0.501151),
        .wait(0.95, "p95", 0.662032), .wait(0.99, "p99", 1.035589),
        .wait(0.999, "p99.9", 1.570027),
      ]),
    general(cv: 1.5, wait: 0.65),
    general(cv: 0.5, wait: 0.25),
    periodic(rho: 0.5, sojourn: 1.255001),
    periodic(rho: 0.9, sojourn: 5.178659),
    ExactCase(
      name: "M/M/1/10, λ 9, μ 10",
      scenario: Plain.queue(
        9, .random(.exponential(mean: 0.1)), queue: Queue(perQueue: 9, whenFull: .reject),
        span: .hours(12)),
      truths: [
        .metric("loss", .rejected, 0.05081373, digits: 8),
        .metric("W, s", .meanLatency, 0.464660, digits: 6, scale: 1e-3),
      ]),
    impatient(rate: 9, loss: 0.218764),
    impatient(rate: 12, loss: 0.311818),
  ]

  private static func general(cv: Double, wait: Double) -> ExactCase {
    let shape = 1 / (cv * cv)
    return ExactCase(
      name: "M/G/1, λ 8, gamma service of mean 0.1, CV \(cv)",
      scenario: Plain.queue(8, .random(.gamma(shape: shape, scale: 0.1 / shape)), span: .hours(20)),
      truths: [.metric("Wq, s", .meanWait, wait, digits: 6, scale: 1e-3, uncertainty: 0)])
  }

  /// One endless stream: a frame each 1/rho seconds, exponential service of mean one second.
  private static func periodic(rho: Double, sojourn: Double) -> ExactCase {
    let span = SimDuration.hours(200)
    let stream = Population(
      name: "beat",
      kind: .stream(
        StreamDemand(period: SimDuration(seconds: 1 / rho), duration: .constant(1e9))),
      arrivals: .instants([SimTime.zero - Plain.warmUp(of: span)]), deadline: .hours(24))
    return ExactCase(
      name: "D/M/1, μ 1, ρ \(rho)",
      scenario: Plain.scenario(
        stream, Plain.architecture(.random(.exponential(mean: 1))), span: span),
      truths: [.metric("W, s", .meanLatency, sojourn, digits: 6, scale: 1e-3)])
  }

  private static func impatient(rate: Double, loss: Double) -> ExactCase {
    ExactCase(
      name: "M/M/1, λ \(Int(rate)), μ 10, dropped at dispatch after a wait over 0.2",
      scenario: Plain.queue(
        rate, .random(.exponential(mean: 0.1)), queue: Queue(maxWait: .milliseconds(200)),
        span: .hours(12)),
      truths: [.metric("loss", .dropped, loss, digits: 6)])
  }
}
