import Autoscaling
import Testing

struct ExcessBurstCapacityTests {
  @Test func `the excess is rounded down and the initial one towards zero`() {
    let capacity = ExcessBurstCapacity(total: 10.5, target: 100)
    #expect(capacity.excess(readyPods: 1, observed: 0) == -90)
    #expect(capacity.initial(scale: 1) == -89)
  }

  @Test(arguments: [(0.0, 0), (-1.0, -1)])
  func `no burst and any burst have no room to reckon`(_ target: Double, _ excess: Int) {
    let capacity = ExcessBurstCapacity(total: 10, target: target)
    #expect(capacity.excess(readyPods: 50, observed: 7) == excess)
    #expect(capacity.initial(scale: 50) == excess)
  }

  @Test func `activators cover pods and burst`() {
    let capacity = ExcessBurstCapacity(total: 100, target: 211)
    #expect(capacity.activators(readyPods: 0) == 3)
    #expect(capacity.activators(readyPods: 10) == 13)
    let unlimited = ExcessBurstCapacity(total: 100, target: -1)
    #expect(unlimited.activators(readyPods: 1) == 2)
  }
}
