import Autoscaling
import Kernel
import Testing

struct ScalingCooldownTests {
  static func grants(_ events: [(Int64, Int)]) -> [Int] {
    var cooldown = ScalingCooldown(out: .seconds(300), in: .seconds(300))
    return events.map { cooldown.grant($0.1, at: .zero + .seconds($0.0)) }
  }

  @Test func `a larger scale-out begins the cooldown anew`() {
    #expect(Self.grants([(0, 2), (60, 3), (359, 3), (360, 3)]) == [2, 1, 0, 3])
  }

  @Test func `a scale-out cancels the cooldown of a scale-in`() {
    #expect(Self.grants([(0, -1), (10, 2), (309, -1), (310, -1)]) == [-1, 2, 0, -1])
  }

  @Test func `nothing asked for begins nothing`() {
    #expect(Self.grants([(0, 0), (1, -2)]) == [0, -2])
  }
}
