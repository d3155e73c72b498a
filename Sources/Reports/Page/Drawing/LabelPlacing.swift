/// Finds room for the names of points, each beside, over or under its own.
struct LabelPlacing {
  private let width: Double
  private let height: Double
  private var taken: [Box] = []

  private struct Box {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    func overlap(_ other: Box) -> Double {
      let across = min(right, other.right) - max(left, other.left)
      let down = min(bottom, other.bottom) - max(top, other.top)
      return across > 0 && down > 0 ? across * down : 0
    }
  }

  /// Where a name goes: its baseline, and how far from the point it is held.
  struct Spot {
    var y: Double
    var shift: Double
    var anchor: SVG.Anchor
  }

  /// Room of `width` by `height` pixels.
  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Keeps the point at `x`, a share of the width, free of names.
  mutating func block(x: Double, y: Double) {
    taken.append(
      Box(left: x * width - 6, right: x * width + 6, top: y - 6, bottom: y + 6))
  }

  /// The place for the name of a point that covers the least, the first of several.
  mutating func place(_ text: String, x: Double, y: Double) -> Spot {
    let long = Double(text.count) * 6.6
    var best = Spot(y: y + 4, shift: 10, anchor: .start)
    var least = Double.infinity
    var room: Box?
    for lift in [0.0, -15, 15, -29, 29, -43, 43, -57] {
      for anchor in [SVG.Anchor.start, .end, .middle] where anchor != .middle || lift != 0 {
        let shift = anchor == .start ? 10.0 : anchor == .end ? -10 : 0
        let held = x * width + shift
        let left = anchor == .start ? held : anchor == .end ? held - long : held - long / 2
        let base = y + 4 + lift
        let box = Box(left: left, right: left + long, top: base - 11, bottom: base + 3)
        let outside =
          max(0, -box.left) + max(0, box.right - width) + max(0, -box.top - 8)
          + max(0, box.bottom - height)
        let cost =
          taken.reduce(0) { $0 + $1.overlap(box) } + 40 * outside + lift.magnitude / 10
        if cost < least {
          least = cost
          best = Spot(y: base, shift: shift, anchor: anchor)
          room = box
        }
      }
    }
    if let room { taken.append(room) }
    return best
  }
}
