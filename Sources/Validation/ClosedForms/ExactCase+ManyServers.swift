import Capacity
import Kernel

/// Several servers on one queue, or none.
extension ExactCase {
  static let manyServers: [ExactCase] = [
    ExactCase(
      name: "M/M/10, λ 8, μ 1",
      scenario: Plain.queue(8, .random(.exponential(mean: 1)), servers: 10, span: .hours(25)),
      truths: [
        .waiting(0.409180),
        .metric("Wq, s", .meanWait, 0.204590, digits: 6, scale: 1e-3),
        .wait(0.99, "p99", 1.855785),
      ]),
    ExactCase(
      name: "M/M/4, λ 3.2, μ 1",
      scenario: Plain.queue(3.2, .random(.exponential(mean: 1)), servers: 4, span: .hours(60)),
      truths: [
        .waiting(0.596432),
        .metric("Wq, s", .meanWait, 0.745541, digits: 6, scale: 1e-3),
        .wait(0.99, "p99", 5.110476),
      ]),
    constant(servers: 2, rate: 1.8, wait: 2.146923, span: .hours(120)),
    constant(servers: 10, rate: 8, wait: 0.109828, span: .hours(25)),
    loss(servers: 5, load: 5, share: 0.28486782, span: .hours(24)),
    loss(servers: 10, load: 8, share: 0.12166106, span: .hours(15)),
    loss(servers: 50, load: 45, share: 0.05410447, span: .hours(4)),
  ]

  private static func constant(
    servers: Int, rate: Double, wait: Double, span: SimDuration
  ) -> ExactCase {
    ExactCase(
      name: "M/D/\(servers), λ \(rate), D 1",
      scenario: Plain.queue(
        rate, .affine(base: 0, perItem: 1), servers: servers, span: span),
      truths: [.metric("Wq, s", .meanWait, wait, digits: 6, scale: 1e-3)])
  }

  private static func loss(
    servers: Int, load: Double, share: Double, span: SimDuration
  ) -> ExactCase {
    ExactCase(
      name: "M/M/\(servers)/\(servers), load \(Int(load))",
      scenario: Plain.queue(
        load, .random(.exponential(mean: 1)), servers: servers,
        queue: Queue(perQueue: 0, whenFull: .reject), span: span),
      truths: [.metric("loss, Erlang B", .rejected, share, digits: 8)])
  }
}
