import Capacity
import Kernel
import Simulation

let machine = InstanceType(name: "box", gpu: "T4", onDemand: HourlyPrice(dollarsPerHour: 1))
func scenario(_ p: Population, _ s: Serving, count: Int, measure: SimDuration) -> Scenario {
  let a = Architecture(
    name: "a", serving: s, pools: [Pool(name: "main", instance: machine, min: count, max: count)])
  return Scenario(
    name: "b", clock: Clock(measure: measure, interval: .hours(1)), populations: [p],
    architectures: [a])
}
func time(_ name: String, _ s: Scenario) {
  let sim = Simulator(s, architecture: s.architectures[0])
  let clock = ContinuousClock()
  var best = Double.infinity
  var frames = 0.0
  for _ in 0..<(CommandLine.arguments.count > 1 ? 1 : 3) {
    let t0 = clock.now
    let r = try! sim.run(replication: 0)!
    let d = clock.now - t0
    let sec = Double(d.components.seconds) + Double(d.components.attoseconds) * 1e-18
    best = min(best, sec)
    frames = r.metrics[.framesOffered]!
    if best == sec {
      print(
        name, frames, "frames", sec, "s", frames / sec / 1e6, "M/s", "batch",
        r.metrics[.meanBatch]!, "util", r.metrics[.utilization]!)
    }
  }
}
func streams(_ net: Distribution?, n: Int, jitter: Distribution?) -> Population {
  Population(
    name: "s",
    kind: .stream(
      StreamDemand(period: SimDuration(seconds: 1.0 / 24), duration: .constant(1e6), jitter: jitter)
    ),
    arrivals: .instants(Array(repeating: .zero, count: n)), network: Network(roundTrip: net),
    deadline: .milliseconds(200))
}
let serve = Serving(
  model: Model(
    name: "m", curves: [ServiceCurve(gpu: "T4", shape: .affine(base: 0.005, perItem: 0.003))]),
  batching: Batching(max: 8, maxDelay: .milliseconds(5)), queue: Queue(perStream: 2),
  routing: .stickyLeastStreams)
time(
  "sticky uniform jitter",
  scenario(
    streams(nil, n: 64, jitter: .uniform(low: 0, high: 0.004)), serve, count: 8,
    measure: .hours(CommandLine.arguments.count > 1 ? 1 : 4)))
if CommandLine.arguments.count == 1 {
  time(
    "sticky normal jitter+lognormal net",
    scenario(
      streams(
        .lognormal(mu: -4.8, sigma: 0.9, shift: 0.02), n: 64,
        jitter: .normal(mean: 0, sd: 0.004, atLeast: -1e300)), serve, count: 8,
      measure: .hours(CommandLine.arguments.count > 1 ? 1 : 4)))
  let mm1 = Serving(
    model: Model(
      name: "m", curves: [ServiceCurve(gpu: "T4", shape: .random(.exponential(mean: 0.1)))]),
    routing: .sharedQueue)
  time(
    "mm1",
    scenario(
      Population(
        name: "r", kind: .request, arrivals: .poisson(DemandCurve(base: .rate(perSecond: 9))),
        deadline: .hours(1)), mm1, count: 1, measure: .hours(300)))
}
