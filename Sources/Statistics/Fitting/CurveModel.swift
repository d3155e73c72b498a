import Kernel

/// One measured point of a curve: a batch size and the time of such a batch.
package struct CurvePoint: Hashable, Sendable {
  /// The batch size; at least 1.
  package var batch: Int
  /// The time of the batch in seconds; positive.
  package var seconds: Double

  /// A batch size and its time.
  package init(batch: Int, seconds: Double) {
    self.batch = batch
    self.seconds = seconds
  }
}

/// The forms that the time of a batch can be given in, the simplest first.
package enum CurveForm: String, CaseIterable, Hashable, Sendable {
  /// `base + per_item·b`.
  case affine
  /// `(floor^p + (per_item·b)^p)^(1/p)`.
  case smoothMax = "smooth_max"
  /// The points themselves, linear between them.
  case table
}

/// A form with its figures; times are in seconds.
package enum CurveModel: Hashable, Sendable {
  /// `base + perItem·b`, neither negative.
  case affine(base: Double, perItem: Double)
  /// `(floor^p + (perItem·b)^p)^(1/p)` with p the sharpness, from 1 to 20.
  case smoothMax(floor: Double, perItem: Double, sharpness: Double)
  /// Points in ascending order of batch size, at least one.
  case table([CurvePoint])

  /// The form.
  package var form: CurveForm {
    switch self {
    case .affine: .affine
    case .smoothMax: .smoothMax
    case .table: .table
    }
  }

  /// The time of a batch of `batch`, at least 1, in seconds.
  ///
  /// A table goes on in a straight line beyond both its ends; one point goes by proportion.
  package func seconds(ofBatch batch: Int) -> Double {
    let b = Double(batch)
    switch self {
    case .affine(let base, let perItem): return base + perItem * b
    case .smoothMax(let floor, let perItem, let sharpness):
      return Self.smoothMax(floor, perItem * b, sharpness)
    case .table(let points): return Self.interpolate(points, batch)
    }
  }

  /// Scaled by the larger part, so that neither power overflows.
  static func smoothMax(_ floor: Double, _ slope: Double, _ sharpness: Double) -> Double {
    let larger = max(floor, slope)
    let sum =
      Elementary.pow(floor / larger, sharpness) + Elementary.pow(slope / larger, sharpness)
    return larger * Elementary.pow(sum, 1 / sharpness)
  }

  private static func interpolate(_ points: [CurvePoint], _ batch: Int) -> Double {
    guard points.count > 1 else {
      return points[0].seconds * Double(batch) / Double(points[0].batch)
    }
    let above = points.firstIndex { $0.batch >= batch } ?? points.count - 1
    let a = points[max(above - 1, 0)]
    let b = points[max(above, 1)]
    let slope = (b.seconds - a.seconds) / Double(b.batch - a.batch)
    return a.seconds + slope * Double(batch - a.batch)
  }
}
