extension Elementary {
  /// The standard normal quantile of `p` in (0, 1), to about 1e-16 relative.
  ///
  /// Wichura, "Algorithm AS 241", Applied Statistics 37 (1988), function PPND16.
  public static func normalQuantile(_ p: Double) -> Double {
    let q = p - 0.5
    if q.magnitude <= 0.425 {
      let r = 0.180625 - q * q
      return q * ratio(r, centreNumerator, centreDenominator)
    }
    var r = q < 0 ? p : 1 - p
    if r <= 0 { return q < 0 ? -.infinity : .infinity }
    r = (-log(r)).squareRoot()
    let magnitude =
      r <= 5
      ? ratio(r - 1.6, middleNumerator, middleDenominator)
      : ratio(r - 5, tailNumerator, tailDenominator)
    return q < 0 ? -magnitude : magnitude
  }

  private typealias Eight = (
    Double, Double, Double, Double, Double, Double, Double, Double
  )

  private static func ratio(_ x: Double, _ above: Eight, _ below: Eight) -> Double {
    horner(x, above) / horner(x, below)
  }

  private static func horner(_ x: Double, _ c: Eight) -> Double {
    let upper = ((c.7 * x + c.6) * x + c.5) * x + c.4
    return (((upper * x + c.3) * x + c.2) * x + c.1) * x + c.0
  }

  private static let centreNumerator: Eight = (
    3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
    1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
    3.3430575583588128105e4, 2.5090809287301226727e3
  )
  private static let centreDenominator: Eight = (
    1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
    2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
    5.2264952788528545610e3
  )
  private static let middleNumerator: Eight = (
    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4
  )
  private static let middleDenominator: Eight = (
    1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
    1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
    1.05075007164441684324e-9
  )
  private static let tailNumerator: Eight = (
    6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7
  )
  private static let tailDenominator: Eight = (
    1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
    7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
    2.04426310338993978564e-15
  )

  /// The standard normal distribution function, by the incomplete gamma function of ½.
  public static func normalCDF(_ z: Double) -> Double {
    let upper = 0.5 * upperGamma(shape: 0.5, 0.5 * z * z)
    return z < 0 ? upper : 1 - upper
  }

  /// The logarithm of the gamma function of `x > 0`, to about 1e-14 relative.
  ///
  /// Stirling's series after the recurrence has lifted the argument past 10.
  public static func logGamma(_ x: Double) -> Double {
    var argument = x
    var product = 1.0
    while argument < 10 {
      product *= argument
      argument += 1
    }
    let z = 1 / (argument * argument)
    var series = -691.0 / 360_360
    series = series * z + 1.0 / 1_188
    series = series * z - 1.0 / 1_680
    series = series * z + 1.0 / 1_260
    series = series * z - 1.0 / 360
    series = series * z + 1.0 / 12
    let stirling = (argument - 0.5) * log(argument) - argument + 0.9189385332046727
    return stirling + series / argument - log(product)
  }

  /// The regularised upper incomplete gamma function Q(shape, x), for `shape > 0`, `x >= 0`.
  ///
  /// Series below shape + 1, Lentz's continued fraction above (Numerical Recipes, 6.2).
  public static func upperGamma(shape: Double, _ x: Double) -> Double {
    if x <= 0 { return 1 }
    if x < shape + 1 { return 1 - lowerGammaSeries(shape, x) }
    let tiny = 1e-300
    var b = x + 1 - shape
    var c = 1 / tiny
    var d = 1 / b
    var h = d
    for i in 1...10_000 {
      let step = Double(i)
      let a = -step * (step - shape)
      b += 2
      d = a * d + b
      if d.magnitude < tiny { d = tiny }
      c = b + a / c
      if c.magnitude < tiny { c = tiny }
      d = 1 / d
      h *= d * c
      if (d * c - 1).magnitude < 1e-16 { break }
    }
    return exp(-x + shape * log(x) - logGamma(shape)) * h
  }

  private static func lowerGammaSeries(_ shape: Double, _ x: Double) -> Double {
    var term = 1 / shape
    var sum = term
    var n = shape
    while term > sum * 1e-17 {
      n += 1
      term *= x / n
      sum += term
    }
    return sum * exp(-x + shape * log(x) - logGamma(shape))
  }

  /// The quantile of the gamma distribution with unit scale: the root of P(shape, x) = p.
  ///
  /// Bisection on the logarithm of x, to the last bits; for tables and rare draws, not hot loops.
  public static func gammaQuantile(shape: Double, _ p: Double) -> Double {
    var low = -800.0
    var high = log(shape + 40 * (shape.squareRoot() + 1) * (1 - log(1 - p)))
    for _ in 0..<80 {
      let middle = 0.5 * (low + high)
      let x = exp(middle)
      let below =
        x < shape + 1 ? lowerGammaSeries(shape, x) < p : upperGamma(shape: shape, x) > 1 - p
      if below { low = middle } else { high = middle }
    }
    return exp(0.5 * (low + high))
  }
}
