/// Measured by NVIDIA (DeepLearningExamples at 729963dd47,
/// PyTorch/Classification/GPUNet/triton/065ms/README.md).
extension TritonSweep {
  /// V100-32GB FP16, offline L160, online L258.
  static let gpuNet065V100 = TritonSweep(
    name: "GPUNet 065ms, V100", release: .r2112, instances: 2,
    offline: [
      Offline(batch: 1, mean: 1.18, p99: 1.46, compute: 0.63),
      Offline(batch: 2, mean: 1.49, p99: 1.77, compute: 0.81),
      Offline(batch: 4, mean: 1.92, p99: 2.19, compute: 1.14),
      Offline(batch: 8, mean: 2.85, p99: 3.08, compute: 1.83),
      Offline(batch: 16, mean: 4.54, p99: 4.83, compute: 3.07),
      Offline(batch: 32, mean: 7.81, p99: 8.08, compute: 5.43),
      Offline(batch: 64, mean: 14.28, p99: 14.56, compute: 10.03),
    ],
    lowest: Lowest(clients: 8, mean: 6.52, queue: 3.52, compute: 1.6),
    online: rows(
      16, 1658, 14.62, 24, 1987, 19.39, 32, 2208, 22.93, 40, 2368, 23.55,
      48, 2368, 30.02, 56, 2509, 31.43, 64, 2674, 43.09, 72, 2688, 40.03,
      80, 2610, 45.9, 88, 2573, 49.03, 96, 2815, 56.71, 104, 2732, 58.54,
      112, 2869, 64.8, 120, 2958, 59.88, 128, 2990, 70.31, 136, 2989, 65.34,
      144, 2989, 70.71, 152, 2964, 80.31, 160, 3026, 74.1, 168, 3113.89, 73.08,
      176, 3194, 77.89, 184, 3246, 79.31, 192, 3165, 77.61, 200, 3230, 81.67,
      208, 3268, 84.76, 216, 3263, 91.09, 224, 3145, 92.58, 232, 3148, 94.6,
      240, 3342, 95.84, 248, 3357, 103.46, 256, 3361, 96))

  /// A100-80GB FP16, offline L207, online L327.
  static let gpuNet065A100 = TritonSweep(
    name: "GPUNet 065ms, A100", release: .r2112, instances: 2,
    offline: [
      Offline(batch: 1, mean: 0.67, p99: 0.85, compute: 0.46),
      Offline(batch: 2, mean: 0.74, p99: 0.77, compute: 0.51),
      Offline(batch: 4, mean: 0.97, p99: 1.13, compute: 0.66),
      Offline(batch: 8, mean: 1.34, p99: 1.57, compute: 0.91),
      Offline(batch: 16, mean: 2.28, p99: 2.54, compute: 1.52),
      Offline(batch: 32, mean: 4.51, p99: 4.89, compute: 2.84),
      Offline(batch: 64, mean: 8.29, p99: 8.74, compute: 5.12),
    ],
    lowest: Lowest(clients: 8, mean: 4.28, queue: 2.34, compute: 0.99),
    online: rows(
      16, 2607.39, 8.95, 24, 2997, 13.21, 32, 3276, 14.38, 40, 3445, 16.41,
      48, 3608, 18.51, 56, 3821, 20.99, 64, 4070, 23.89, 72, 4187, 25.99,
      80, 4329, 26.3, 88, 4474, 30.18, 96, 4590, 32.91, 104, 4632, 36.71,
      112, 4654, 37.03, 120, 4929, 39.08, 128, 4842, 38.6, 136, 4869, 40.6,
      144, 5155, 41.36, 152, 5113, 41.21, 160, 5053, 45.75, 168, 5018, 48.52,
      176, 5146, 50.67, 184, 4805, 67.53, 192, 5458, 45.46, 200, 5095, 54.12,
      208, 5470, 48.32, 216, 5382, 58.88, 224, 5478, 57.37, 232, 5385, 55.14,
      240, 5519, 59.48, 248, 5422, 59.57, 256, 5215, 91.88))
}
