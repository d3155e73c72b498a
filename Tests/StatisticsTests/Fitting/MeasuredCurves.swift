import Statistics

/// Measured curves, milliseconds by batch size, from NVIDIA/DeepLearningExamples at 729963dd47.
enum MeasuredCurve {
  /// TensorFlow/Classification/ConvNets/resnet50v1.5/README.md#L804: T4, AMP.
  static let tensorFlowResNet50 = points([
    (1, 4.77), (2, 5.27), (4, 6.75), (8, 10.16), (16, 17.55), (32, 32.92), (64, 64.56),
    (128, 128.55), (256, 257.71),
  ])
  /// PyTorch/Classification/ConvNets/triton/resnet50/README.md#L482: T4, FP16, ONNX Runtime with
  /// TensorRT.
  static let tritonResNet50 = points([
    (1, 3.003), (2, 3.998), (4, 5.747), (8, 8.998), (16, 15.113), (32, 28.353), (64, 53.187),
    (128, 100.155),
  ])
  /// PyTorch/Classification/ConvNets/resnet50v1.5/README.md#L628: V100-16GB, FP32.
  static let pyTorchResNet50 = points([
    (1, 10.37), (2, 10.24), (4, 10.46), (8, 11.5), (16, 16.07), (32, 29.37), (64, 55.4),
    (128, 109.26), (256, 214.48),
  ])
  /// TensorFlow/Detection/SSD/README.md#L588: T4, FP16.
  static let ssd = points([
    (1, 51.9), (2, 66.04), (4, 106.21), (8, 195.49), (16, 390.05), (32, 794.48), (64, 1590.98),
  ])

  private static func points(_ rows: [(Int, Double)]) -> [CurvePoint] {
    rows.map { CurvePoint(batch: $0.0, seconds: $0.1 / 1_000) }
  }
}
