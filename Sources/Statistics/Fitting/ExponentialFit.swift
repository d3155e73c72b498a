import Kernel

/// The most likely exponential: the time lived by all, for each that ended.
enum ExponentialFit {
  static func fit(_ sample: DurationSample) -> Distribution {
    let lived = sample.values.reduce(0) { $0 + $1.seconds }
    return .exponential(mean: lived / Double(sample.ended))
  }
}
