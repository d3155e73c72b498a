import Kernel

/// A link whose bandwidth is shared by the transfers under way, each with a limit of its own.
///
/// Max-min fair: nobody gets more than its limit, and what is left over is shared equally among
/// the others; with equal limits this is processor sharing. Rates change when a transfer joins or
/// leaves, and not in between. All in whole numbers, so that nothing drifts: a rate is in
/// 720,720ths of a bit per second, by which equal shares of up to 16 are exact.
struct SharedLink {
  private struct Transfer {
    let id: Int
    let limit: Int128
    /// What is left, in the unit of rates times a nanosecond.
    var left: Int128
    var rate: Int128 = 0
  }

  private static let unit: Int128 = 720_720
  private let capacity: Int128
  private var transfers: [Transfer] = []
  private var now = SimTime(nanoseconds: .min)

  /// A link; at least 1 bit per second.
  init(_ capacity: Bandwidth) { self.capacity = Self.whole(capacity) }

  private static func whole(_ rate: Bandwidth) -> Int128 {
    max(1, Int128(Int64(rate.bitsPerSecond))) * unit
  }

  /// Begins a transfer.
  mutating func join(_ id: Int, size: Bytes, limit: Bandwidth, at instant: SimTime) {
    advance(to: instant)
    transfers.append(
      Transfer(
        id: id, limit: Self.whole(limit), left: Int128(size.count) * 8 * 1_000_000_000 * Self.unit))
    share()
  }

  /// Ends a transfer, done or not; nothing happens if there is none.
  mutating func leave(_ id: Int, at instant: SimTime) {
    advance(to: instant)
    transfers.removeAll { $0.id == id }
    share()
  }

  /// Whether a transfer is under way with something left at `instant`.
  mutating func isUnderWay(_ id: Int, at instant: SimTime) -> Bool {
    advance(to: instant)
    return transfers.contains { $0.id == id && $0.left > 0 }
  }

  /// The transfer that ends first if nobody joins or leaves, the earliest begun among equals.
  var next: (id: Int, at: SimTime)? {
    var best: (id: Int, at: SimTime)?
    for transfer in transfers {
      let length = (max(transfer.left, 0) + transfer.rate - 1) / transfer.rate
      let end = now + SimDuration(nanoseconds: Int64(min(length, Int128(Int64.max / 4))))
      if best.map({ end < $0.at }) ?? true { best = (transfer.id, end) }
    }
    return best
  }

  private mutating func advance(to instant: SimTime) {
    if instant > now, !transfers.isEmpty {
      let length = Int128((instant - now).nanoseconds)
      for index in transfers.indices {
        transfers[index].left -= transfers[index].rate * length
      }
    }
    now = max(now, instant)
  }

  private mutating func share() {
    var left = capacity
    var others = Int128(transfers.count)
    let order = transfers.indices.sorted {
      (transfers[$0].limit, $0) < (transfers[$1].limit, $1)
    }
    // Those before `index` have their rates; `left` is what the others share.
    for index in order {
      transfers[index].rate = max(1, min(transfers[index].limit, left / others))
      left -= transfers[index].rate
      others -= 1
    }
  }
}
