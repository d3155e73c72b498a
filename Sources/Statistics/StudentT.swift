/// Student's t distribution with a whole number of degrees of freedom.
///
/// Built on arithmetic and square roots alone, so it gives the same bits on every machine. The
/// tail is half the regularised incomplete beta function at (ν/2, 1/2), by the continued fraction
/// of Abramowitz and Stegun 26.5.8 in Lentz's form; its beta function is a finite product, because
/// ν is whole. Good to about 1e-13, relative, for ν up to a million.
public enum StudentT {
  /// The probability of a value of at most `t`; `degreesOfFreedom` is at least 1.
  public static func cumulative(_ t: Double, degreesOfFreedom: Int) -> Double {
    let tail = upperTail(t.magnitude, degreesOfFreedom: degreesOfFreedom)
    return t > 0 ? 1 - tail : tail
  }

  /// The value that is not exceeded with probability `p`, which is in (0, 1).
  public static func quantile(_ p: Double, degreesOfFreedom: Int) -> Double {
    precondition(p > 0 && p < 1, "a quantile needs a probability between 0 and 1")
    if p == 0.5 { return 0 }
    let tail = p < 0.5 ? p : 1 - p
    let magnitude = value(withUpperTail: tail, degreesOfFreedom: degreesOfFreedom)
    return p < 0.5 ? -magnitude : magnitude
  }

  /// Bisection between a bound that is too small and one that is too large.
  private static func value(withUpperTail tail: Double, degreesOfFreedom: Int) -> Double {
    var low = 0.0
    var high = 1.0
    while upperTail(high, degreesOfFreedom: degreesOfFreedom) > tail {
      low = high
      high *= 2
    }
    // Invariant: the tail above `low` is larger than asked, above `high` it is not.
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return high }
      if upperTail(middle, degreesOfFreedom: degreesOfFreedom) > tail {
        low = middle
      } else {
        high = middle
      }
    }
  }

  /// The probability of more than `t`, which is not negative.
  private static func upperTail(_ t: Double, degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom >= 1, "Student's t needs a degree of freedom")
    let nu = Double(degreesOfFreedom)
    let square = t * t
    if !square.isFinite { return 0 }
    let x = nu / (nu + square)
    let rest = square / (nu + square)
    let a = nu / 2
    // x^(ν/2)·(1−x)^(1/2) / B(ν/2, 1/2), the factor in front of both continued fractions
    let front = halfPower(x, degreesOfFreedom) * rest.squareRoot() / beta(degreesOfFreedom)
    if x < (a + 1) / (a + 2.5) {
      return front * continuedFraction(x, a, 0.5) / a / 2
    }
    return (1 - front * continuedFraction(rest, 0.5, a) / 0.5) / 2
  }

  /// `x` to the power of `n`/2, by squaring.
  private static func halfPower(_ x: Double, _ n: Int) -> Double {
    var power = n % 2 == 0 ? 1 : x.squareRoot()
    var factor = x
    var exponent = n / 2
    while exponent > 0 {
      if exponent % 2 == 1 { power *= factor }
      factor *= factor
      exponent /= 2
    }
    return power
  }

  /// B(n/2, 1/2), from B(1/2, 1/2) = π or B(1, 1/2) = 2 by B(a+1, b) = B(a, b)·a/(a+b).
  private static func beta(_ n: Int) -> Double {
    var value = n % 2 == 0 ? 2 : Double.pi
    var a = n % 2 == 0 ? 1 : 0.5
    let end = Double(n) / 2
    while a < end {
      value *= a / (a + 0.5)
      a += 1
    }
    return value
  }

  private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      result *= d * c
      if (d * c - 1).magnitude < 1e-16 { break }
    }
    return result
  }
}
