import Autoscaling
import Testing

struct PolicyResolutionTests {
  @Test(arguments: [
    ([7, 12], [true, false] as [Bool]?, 12), ([7, 8], [true, false], 10),
    ([7, 8], [true, true], 8),
    ([7, 8], nil, 8), ([], nil, 10),
  ])
  func `the largest capacity wins, and in only if all are ready`(
    proposals: [Int], ready: [Bool]?, desired: Int
  ) {
    let found = PolicyResolution.desired(
      current: 10, proposals: proposals, readyToScaleIn: ready)
    #expect(found == desired)
  }
}
