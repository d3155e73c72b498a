/// Measured by NVIDIA (DeepLearningExamples at 729963dd47,
/// PyTorch/Classification/GPUNet/triton/08ms-D/README.md).
extension TritonSweep {
  /// V100-32GB FP16, offline L160, online L258.
  static let gpuNet08DV100 = TritonSweep(
    name: "GPUNet 08ms-D, V100", release: .r2112, instances: 2,
    offline: [
      Offline(batch: 1, mean: 1.36, p99: 1.43, compute: 0.96),
      Offline(batch: 2, mean: 1.54, p99: 1.61, compute: 1.16),
      Offline(batch: 4, mean: 2.26, p99: 2.37, compute: 1.68),
      Offline(batch: 8, mean: 3.31, p99: 3.42, compute: 2.62),
      Offline(batch: 16, mean: 5.21, p99: 5.35, compute: 4.32),
      Offline(batch: 32, mean: 9.03, p99: 9.16, compute: 7.67),
      Offline(batch: 64, mean: 16.62, p99: 16.69, compute: 14.34),
    ],
    lowest: Lowest(clients: 8, mean: 10.72, queue: 7.01, compute: 2.91),
    online: rows(
      16, 1094, 18.27, 24, 1413, 20.27, 32, 1632, 24.68, 40, 1778, 28.98,
      48, 1995, 27.47, 56, 2141, 30.32, 64, 2230, 33.79, 72, 2274, 43.12,
      80, 2387, 42.3, 88, 2353, 53.34, 96, 2537, 45.97, 104, 2568, 48.59,
      112, 2585, 54.9, 120, 2631, 69.36, 128, 2724, 61.43, 136, 2693, 66.88,
      144, 2892, 61.44, 152, 2839, 72.28, 160, 2887, 70.22, 168, 2872, 75.32,
      176, 2755.24, 84.01, 184, 2965, 86, 192, 2923, 77.5, 200, 2993, 80.57,
      208, 2962, 80.08, 216, 2928, 90.65, 224, 3216, 87.46, 232, 3143, 90.01,
      240, 3106, 91.28, 248, 3149, 94.99, 256, 3113, 97.4))

  /// A100-80GB FP16, offline L207, online L327.
  static let gpuNet08DA100 = TritonSweep(
    name: "GPUNet 08ms-D, A100", release: .r2112, instances: 2,
    offline: [
      Offline(batch: 1, mean: 0.77, p99: 0.78, compute: 0.61),
      Offline(batch: 2, mean: 0.9, p99: 0.92, compute: 0.72),
      Offline(batch: 4, mean: 1.22, p99: 1.29, compute: 0.94),
      Offline(batch: 8, mean: 1.78, p99: 2.09, compute: 1.43),
      Offline(batch: 16, mean: 2.84, p99: 3.05, compute: 2.34),
      Offline(batch: 32, mean: 5.21, p99: 5.31, compute: 4.31),
      Offline(batch: 64, mean: 10.26, p99: 10.34, compute: 8.2),
    ],
    lowest: Lowest(clients: 8, mean: 7.21, queue: 4.74, compute: 2.0),
    online: rows(
      16, 1655, 12.1, 24, 2154, 14.53, 32, 2557, 14.98, 40, 2788, 17.74,
      48, 3068, 20.37, 56, 3187, 25.83, 64, 3475, 26.03, 72, 3716, 25.8,
      80, 3823.18, 30, 88, 3959, 28.5, 96, 4113, 30.97, 104, 4167, 33.02,
      112, 4359, 31.36, 120, 4480, 34.98, 128, 4484, 37.49, 136, 4582, 41.05,
      144, 4695, 38.85, 152, 4793, 40.71, 160, 4842, 41.92, 168, 4830, 46.62,
      176, 4891, 48.38, 184, 5038.96, 45.97, 192, 5171, 46.62, 200, 5183.82, 46.87,
      208, 5180, 49.04, 216, 5252, 49.08, 224, 5237, 56.46, 232, 5340, 55.47,
      240, 5341, 54.41, 248, 5411, 53.44, 256, 5467, 58.9))
}
