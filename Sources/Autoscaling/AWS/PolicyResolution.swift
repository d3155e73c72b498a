/// What becomes of several policies on one group: the largest capacity wins.
///
/// After the Amazon EC2 Auto Scaling User Guide: out if any policy says so; in only if every
/// target tracking policy is ready for it.
public enum PolicyResolution {
  /// The capacity to ask for, of `proposals` by the policies; `current` without any.
  ///
  /// `readyToScaleIn` says it of each target tracking policy; nil when there is none.
  public static func desired(
    current: Int, proposals: [Int], readyToScaleIn: [Bool]? = nil
  ) -> Int {
    guard let largest = proposals.max() else { return current }
    if largest < current, let readyToScaleIn, readyToScaleIn.contains(false) { return current }
    return largest
  }
}
