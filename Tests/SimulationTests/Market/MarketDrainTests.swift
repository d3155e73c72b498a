import Capacity
import Kernel
import Simulation
import Testing

/// Draining instances that a zone takes.
@Suite struct MarketDrainTests {
  // The zone closes at 100 s; the second of two instances is given up at 50 s.
  @Test(arguments: [(5, "interrupted", 105), (900, "scaled_down", 110)])
  func `an instance that drains when a zone takes it drains no longer`(
    notice: Int, end: String, gone: Int
  ) throws {
    var cycle = MarketWaitTests.hours
    cycle.upTime = .constant(100)
    let zone = MarketWaitTests.zone(cycle, notice: .seconds(Int64(notice)))
    var pool = Sample.marketPool(count: 2, [zone], mix: PurchaseMix(fallsBack: false))
    pool.min = 1
    pool.drainTimeout = .minutes(1)
    let result = try Sample.run(
      [Sample.streams(at: [1, 2], lasting: 500, period: .seconds(10))],
      Sample.serving(routing: .stickyLeastStreams), [pool],
      autoscalers: [.timetable([(0, 2), (50, 1)])],
      clock: Clock(measure: .seconds(2_000), interval: .seconds(2_000)))
    let drained = result.instances[1]
    #expect(drained.draining?.seconds == 50)
    #expect((drained.end.rawValue, Int(drained.gone.seconds)) == (end, gone))
    let first = result.instances[0]
    #expect((first.end, Int(first.gone.seconds)) == (.interrupted, 100 + notice))
  }
}
