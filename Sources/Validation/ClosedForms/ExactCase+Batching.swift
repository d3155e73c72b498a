import Capacity
import Kernel

/// A GPU that is free takes all that wait; times are base + perItem·b in milliseconds.
extension ExactCase {
  static let batching: [ExactCase] = [
    batch(
      15, 2, rate: 30, span: .hours(3),
      [
        .metric("mean latency, ms", .meanLatency, 21.48643, digits: 5),
        .metric("mean batch", .meanBatch, 1.11337, digits: 5),
        .metric("utilisation", .utilization, 0.464177, digits: 6),
        .latency(0.5, "p50", 17), .latency(0.95, "p95", 33.41), .latency(0.99, "p99", 35.95),
      ]),
    batch(
      15, 2, rate: 150, span: .hours(1),
      [
        .metric("mean latency, ms", .meanLatency, 34.49011, digits: 5),
        .metric("mean batch", .meanBatch, 3.27829, digits: 5),
        .metric("utilisation", .utilization, 0.986333, digits: 6),
        .latency(0.5, "p50", 34.08), .latency(0.95, "p95", 48.71),
        .latency(0.99, "p99", 55.10),
      ]),
    batch(
      5.072, 1.053, rate: 300, span: .minutes(30),
      [
        .metric("mean latency, ms", .meanLatency, 12.25987, digits: 5),
        .metric("mean batch", .meanBatch, 2.38811, digits: 5),
        .metric("utilisation", .utilization, 0.953057, digits: 6),
      ]),
    batch(
      1.8874, 0.1438, rate: 1000, span: .minutes(15),
      [
        .metric("mean latency, ms", .meanLatency, 3.40534, digits: 5),
        .metric("mean batch", .meanBatch, 2.33317, digits: 5),
        .metric("utilisation", .utilization, 0.952741, digits: 6),
      ]),
    batch(
      15, 2, rate: 150, cap: 8, span: .hours(1),
      [
        .metric("mean latency, ms", .meanLatency, 34.5578, digits: 4, uncertainty: 0.001),
        .latency(0.95, "p95", 48.88), .latency(0.99, "p99", 55.75),
      ]),
    batch(
      15, 2, rate: 900, cap: 8, gpus: 4, span: .minutes(20),
      [
        .metric("mean latency, ms", .meanLatency, 38.067, digits: 3, uncertainty: 0.008),
        .latency(0.99, "p99", 56.10),
      ]),
  ]

  private static func batch(
    _ base: Double, _ perItem: Double, rate: Double, cap: Int? = nil, gpus: Int = 1,
    span: SimDuration, _ truths: [Truth]
  ) -> ExactCase {
    let size = cap.map { "at most \($0)" } ?? "no cap"
    let place = gpus == 1 ? "" : ", \(gpus) GPUs on one queue"
    return ExactCase(
      name: "t0 \(base), t1 \(perItem), λ \(Int(rate))/s, \(size)\(place)",
      scenario: Plain.queue(
        rate, .affine(base: base / 1e3, perItem: perItem / 1e3), servers: gpus,
        batching: Batching(max: cap ?? 500), span: span),
      truths: truths, keepsLatencies: truths.contains { $0.name.hasPrefix("latency p") })
  }
}
