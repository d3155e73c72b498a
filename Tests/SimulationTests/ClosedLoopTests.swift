import Capacity
import Kernel
import Simulation
import Testing

@Suite struct ClosedLoopTests {
  static func clients(_ count: Int, think: Distribution) -> Population {
    Population(
      name: "clients", kind: .request, arrivals: .closedLoop(clients: count, think: think),
      deadline: .hours(1))
  }

  @Test func `clients that think and are served in constant times send exactly so many`() throws {
    let result = try Sample.run(
      [Self.clients(3, think: .constant(1))], Sample.serving(Sample.constant(0.25)),
      [Sample.pool()], clock: Clock(measure: .seconds(1_000), interval: .seconds(1_000)))
    // All ask at 1 s and are served in turn; then every 1.25 s from 2.25, 2.5 and 2.75 s on.
    #expect(result.populations[0].offered == 800 + 799 + 799)
    #expect(result.populations[0].outcomes[.served] == 2_398)
  }

  @Test func `a saturated server answers without a pause`() throws {
    let result = try Sample.run(
      [Self.clients(10, think: .constant(1))], Sample.serving(Sample.constant(0.25)),
      [Sample.pool()],
      clock: Clock(measure: .seconds(1_000), warmUp: .seconds(100), interval: .seconds(1_000)))
    #expect(result.populations[0].offered == 4_000)
    #expect(result.metrics[.utilization] == 1)
    #expect(result.metrics[.meanUsers] == 10)
  }

  // The machine-repairman model, M/M/c//N. A run counts some 400,000 answers, whose number varies
  // less than a Poisson count would: 1% is more than six standard errors.
  @Test(arguments: [(1, 0.2, 4.908077), (3, 0.5, 5.506648)])
  func `throughput is the machine-repairman model's`(
    servers: Int, service: Double, throughput: Double
  ) throws {
    let result = try Sample.run(
      [Self.clients(10, think: .exponential(mean: 1))],
      Sample.serving(.random(.exponential(mean: service))), [Sample.pool(min: servers)],
      clock: Clock(measure: .hours(20), warmUp: .minutes(10), interval: .hours(20)))
    let rate = Double(result.populations[0].offered) / 72_000
    #expect((rate / throughput - 1).magnitude < 0.01, "\(rate)")
  }

  @Test func `a client whose instance dies asks again and its latency does not remember`() throws {
    // Answered at 6.5 s, sent at 7 s, failed at 10 s, sent again at 10.5 s, answered 6 s later.
    let (result, seconds) = try Sample.latencies(
      [Self.clients(1, think: .constant(0.5))], Sample.serving(Sample.constant(6)),
      [Sample.pool(spot: Sample.spot(upTime: .constant(10)))], measure: .seconds(19))
    #expect(result.populations[0].outcomes[.failed] == 1)
    // And once more from 17 s on: after the measured span nobody takes the instance.
    #expect(seconds == [6, 6, 6])
  }

  @Test func `a client that is turned away thinks and asks again`() throws {
    let result = try Sample.run(
      [Self.clients(2, think: .constant(1))],
      Sample.serving(Sample.constant(0.9), queue: Queue(perQueue: 0, whenFull: .reject)),
      [Sample.pool()], clock: Clock(measure: .seconds(10), interval: .seconds(10)))
    // Both ask at 1 s; the second is refused and asks at 2, when the first (till 1.9) is thinking.
    #expect(result.populations[0].outcomes[.rejected] == 1)
    #expect(result.populations[0].offered == 11)
  }
}
