import Autoscaling
import Kernel
import Testing

struct RevisionScalerTests {
  private let inactive = RevisionStatus(
    phase: .inactive, age: .seconds(100), activatorAnswers: false)

  @Test func `an activator that does not answer is probed and keeps the pods`() {
    let outcome = RevisionScaler().scale(to: 0, from: 1, inactive)
    #expect(outcome.scale == 0)
    #expect(!outcome.isApplied)
    #expect(outcome.probes)
  }

  @Test func `an activator that is always in the path need not answer`() {
    var scaler = RevisionScaler()
    scaler.targetBurstCapacity = -1
    #expect(scaler.scale(to: 0, from: 1, inactive).isApplied)
  }

  @Test func `an unreachable revision has no minimum`() {
    var scaler = RevisionScaler()
    scaler.minScale = 2
    #expect(scaler.minimum(isInitialized: true) == 2)
    scaler.reachability = .unreachable
    #expect(scaler.minimum(isInitialized: false) == 0)
  }

  @Test func `setting what is there already is no call`() {
    let status = RevisionStatus(phase: .active, age: .zero)
    #expect(!RevisionScaler().scale(to: 3, from: 3, status).isApplied)
    #expect(RevisionScaler().scale(to: 3, from: 2, status).isApplied)
  }
}
