import Kernel

extension DataPlan {
  /// The value in whole nanoseconds, cut towards zero, that 32 random bits stand for.
  @inline(__always)
  func nanoseconds(_ handle: QuantileTables.Handle, _ word: UInt32) -> Int64 {
    Int64(draw(handle, word))
  }

  /// The value in nanoseconds that 32 random bits stand for.
  ///
  /// The rare cases are out of line, so that the loop need not keep the tables at hand for them.
  @inline(__always)
  func draw(_ handle: QuantileTables.Handle, _ word: UInt32) -> Double {
    tables.drawInside(handle, word) ?? drawOutside(handle, word)
  }

  @inline(never)
  private func drawOutside(_ handle: QuantileTables.Handle, _ word: UInt32) -> Double {
    tables.draw(handle, word)
  }
}
