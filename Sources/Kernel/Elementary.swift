/// Transcendental functions built on IEEE-exact operations, so that every machine agrees on every
/// bit. The system's libm differs between platforms in the last digit; nothing simulated calls it.
public enum Elementary {
  @usableFromInline static let ln2High = 0x1.62e42fee00000p-1
  @usableFromInline static let ln2Low = 0x1.a39ef35793c76p-33

  /// The natural logarithm, within 1 ulp; -∞ of zero, NaN of negative numbers.
  ///
  /// With x = 2^k·(1+f), 1+f in [√½, √2) and s = f/(2+f): log(1+f) = 2 artanh(s), summed as
  /// f - (f²/2 - s·(f²/2 + R(s²))) so that the leading term is exact.
  public static func log(_ x: Double) -> Double {
    if x <= 0 { return x == 0 ? -.infinity : .nan }
    if !x.isFinite { return x }
    let (exponent, mantissa) = parts(of: x)
    let f = mantissa - 1
    let s = f / (2 + f)
    let z = s * s
    let half = 0.5 * f * f
    let remainder = z * artanhTail(z)
    let correction = s * (half + remainder) + exponent * ln2Low
    return exponent * ln2High - ((half - correction) - f)
  }

  /// The power of two and the factor in [√½, √2] of a positive finite number.
  @inline(__always)
  private static func parts(of x: Double) -> (exponent: Double, mantissa: Double) {
    // Subnormal numbers are lifted into the normal range first; the product is exact.
    let isSmall = x < 0x1p-1022
    let bits = (isSmall ? x * 0x1p54 : x).bitPattern
    let fraction = bits & 0xF_FFFF_FFFF_FFFF
    // 1 when the factor in [1, 2) is above √2 and is to be halved: a carry, since a branch would
    // go either way at random.
    let halving = (fraction &+ (0xF_FFFF_FFFF_FFFF - fractionOfRoot2)) >> 52
    let exponent = Int(bits >> 52) - 1023 - (isSmall ? 54 : 0) + Int(halving)
    return (Double(exponent), Double(bitPattern: fraction | (0x3FF &- halving) << 52))
  }

  /// The fraction bits of 1.4142135623730951.
  private static var fractionOfRoot2: UInt64 { 0x6_A09E_667F_3BCD }

  /// The nearest whole number, ties to even, for |x| < 2^51; without the system's library.
  @inlinable public static func nearest(_ x: Double) -> Double {
    let shift = 0x1.8p52
    return (x + shift) - shift
  }

  /// The nearest integer, ties to even; `x` must be within the range of `Int64`.
  @inlinable public static func nearestInteger(_ x: Double) -> Int64 {
    Int64(x.magnitude < 0x1p51 ? nearest(x) : x)
  }

  /// The smallest integer that is not below `x`, which must be within the range of `Int64`.
  @inlinable public static func ceiling(_ x: Double) -> Int64 {
    let whole = Int64(x)
    return Double(whole) < x ? whole + 1 : whole
  }

  /// Σ 2·z^(i-1)/(2i+1) for i from 1, the series of (2 artanh(s) - 2s)/s³ in z = s² ≤ 0.0295.
  private static func artanhTail(_ z: Double) -> Double {
    var sum = 2.0 / 25
    sum = sum * z + 2.0 / 23
    sum = sum * z + 2.0 / 21
    sum = sum * z + 2.0 / 19
    sum = sum * z + 2.0 / 17
    sum = sum * z + 2.0 / 15
    sum = sum * z + 2.0 / 13
    sum = sum * z + 2.0 / 11
    sum = sum * z + 2.0 / 9
    sum = sum * z + 2.0 / 7
    sum = sum * z + 2.0 / 5
    return sum * z + 2.0 / 3
  }

  /// The exponential function, within 1 ulp; 0 below about -745, +∞ above about 709.78.
  ///
  /// With x = k·ln 2 + r, |r| ≤ ½ ln 2, the Taylor series of e^r to r^13, scaled by 2^k.
  public static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.782712893384 { return .infinity }
    if x < -745.1332191019412 { return 0 }
    let k = nearest(x * 1.4426950408889634)
    let high = x - k * ln2High
    let low = k * ln2Low
    let r = high - low
    let tail = r * r * expTail(r)
    let value = 1 + (high + (tail - low))
    let exponent = Int(k)
    // Two factors, each in range, so that subnormal results round once.
    let first = exponent / 2
    return value * power2(first) * power2(exponent - first)
  }

  /// (e^r - 1 - r)/r² to the term of r^13.
  private static func expTail(_ r: Double) -> Double {
    var sum = 1.0 / 6_227_020_800
    sum = sum * r + 1.0 / 479_001_600
    sum = sum * r + 1.0 / 39_916_800
    sum = sum * r + 1.0 / 3_628_800
    sum = sum * r + 1.0 / 362_880
    sum = sum * r + 1.0 / 40_320
    sum = sum * r + 1.0 / 5_040
    sum = sum * r + 1.0 / 720
    sum = sum * r + 1.0 / 120
    sum = sum * r + 1.0 / 24
    sum = sum * r + 1.0 / 6
    return sum * r + 0.5
  }

  /// 2^k exactly, for k in -1022...1023.
  private static func power2(_ k: Int) -> Double {
    Double(bitPattern: UInt64(k + 1023) << 52)
  }

  /// x^y for x > 0 as exp(y·log x); relative error about |y·log x| ulp. Zero to a positive y is 0.
  public static func pow(_ x: Double, _ y: Double) -> Double {
    if x == 0 { return y == 0 ? 1 : 0 }
    return exp(y * log(x))
  }

  /// cos(2π·turns), within 2 ulp of 1; the reduction to one turn is exact.
  public static func cosTurns(_ turns: Double) -> Double {
    let part = (turns - wholeTurns(turns)).magnitude
    if part > 0.25 { return -cosOfQuarter(0.5 - part) }
    return cosOfQuarter(part)
  }

  /// The whole turns nearest to `turns`; a number of 2^51 and more has no fraction to speak of.
  private static func wholeTurns(_ turns: Double) -> Double {
    turns.magnitude < 0x1p51 ? nearest(turns) : turns
  }

  /// sin(2π·turns), within 2 ulp of 1.
  public static func sinTurns(_ turns: Double) -> Double {
    cosTurns((turns - wholeTurns(turns)) - 0.25)
  }

  /// cos(2πt) for t in 0...0.25 by the Taylor series, folded at an eighth of a turn.
  private static func cosOfQuarter(_ t: Double) -> Double {
    if t > 0.125 { return sinOfEighth(0.25 - t) }
    let x = 6.283185307179586 * t
    let z = x * x
    var sum = 0.0
    for i in stride(from: 16, through: 2, by: -2) {
      sum = (sum * z + 1) / Double(-i * (i - 1))
    }
    return 1 + sum * z
  }

  private static func sinOfEighth(_ t: Double) -> Double {
    let x = 6.283185307179586 * t
    let z = x * x
    var sum = 0.0
    for i in stride(from: 17, through: 3, by: -2) {
      sum = (sum * z + 1) / Double(-i * (i - 1))
    }
    return x + x * (sum * z)
  }
}
