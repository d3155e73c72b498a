import Capacity
import Kernel
import Testing

@Suite struct ClockTests {
  @Test(arguments: [(60, 60, 1), (60, 7, 9), (60, 120, 1), (61, 60, 2)])
  func `intervals cover the measured span, the last perhaps short`(
    measure: Int64, interval: Int64, count: Int
  ) {
    let clock = Clock(measure: .seconds(measure), interval: .seconds(interval))
    #expect(clock.intervalCount == count)
  }

  @Test func `the warm-up ends at zero`() {
    let clock = Clock(measure: .hours(2), warmUp: .minutes(30), interval: .hours(1))
    #expect(clock.beginning == SimTime.zero - .minutes(30))
    #expect(clock.end == SimTime.zero + .hours(2))
  }

  @Test func `a pool begins with its minimum and pays its own price`() {
    let type = InstanceType(name: "box", gpu: "T4", onDemand: HourlyPrice(dollarsPerHour: 1))
    let market = SpotMarket(
      price: HourlyPrice(dollarsPerHour: 0.3), upTime: .constant(1), notice: .zero)
    #expect(Pool(name: "a", instance: type, min: 2, max: 5).initial == 2)
    #expect(Pool(name: "a", instance: type, min: 2, max: 5, initial: 4).initial == 4)
    #expect(Pool(name: "a", instance: type, min: 1, max: 1).price.dollarsPerHour == 1)
    let spot = Pool(name: "a", instance: type, purchase: .spot(market), min: 1, max: 1)
    #expect(spot.price.dollarsPerHour == 0.3)
  }

  @Test func `a frame's upload takes its size over the uplink`() {
    let network = Network(
      frameSize: Bytes(33_000), uplink: Bandwidth(bitsPerSecond: 20_000_000))
    #expect(network.uploadTime == .microseconds(13_200))
    #expect(Network(frameSize: Bytes(33_000)).uploadTime == .zero)
    #expect(Network().uploadTime == .zero)
  }
}
