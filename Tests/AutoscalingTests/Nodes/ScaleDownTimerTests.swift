import Autoscaling
import Kernel
import Testing

struct ScaleDownTimerTests {
  @Test func `a failed scale-up holds for less, and never shortens`() {
    var timer = ScaleDownTimer(.init())
    timer.failed(at: .zero)
    #expect(timer.isHeld(at: .zero + .seconds(179)))
    #expect(!timer.isHeld(at: .zero + .minutes(3)))
    timer.added(at: .zero + .minutes(4))
    timer.failed(at: .zero + .minutes(5))
    #expect(timer.isHeld(at: .zero + .minutes(13)))
    #expect(!timer.isHeld(at: .zero + .minutes(14)))
  }

  @Test func `a node that is not ready waits twice as long`() {
    let timer = ScaleDownTimer(.init())
    var clock = ScaleDownTimer.Clock()
    clock.observe(isUnneeded: true, at: .zero)
    #expect(!timer.allowsRemoval(clock, at: .zero + .minutes(10)))
    #expect(timer.allowsRemoval(clock, at: .zero + .seconds(601)))
    #expect(!timer.allowsRemoval(clock, isReady: false, at: .zero + .minutes(20)))
    #expect(timer.allowsRemoval(clock, isReady: false, at: .zero + .seconds(1201)))
  }
}
