/// Measured by NVIDIA (DeepLearningExamples at 729963dd47,
/// PyTorch/Classification/GPUNet/triton/05ms-D/README.md).
extension TritonSweep {
  /// V100-32GB FP16, offline L160, online L258.
  static let gpuNet05DV100 = TritonSweep(
    name: "GPUNet 05ms-D, V100", release: .r2112, instances: 2,
    offline: [
      Offline(batch: 1, mean: 1.04, p99: 1.12, compute: 0.63),
      Offline(batch: 2, mean: 1.22, p99: 1.29, compute: 0.75),
      Offline(batch: 4, mean: 1.59, p99: 1.68, compute: 1.02),
      Offline(batch: 8, mean: 2.15, p99: 2.28, compute: 1.49),
      Offline(batch: 16, mean: 3.25, p99: 3.31, compute: 2.33),
      Offline(batch: 32, mean: 5.44, p99: 5.55, compute: 4.03),
      Offline(batch: 64, mean: 9.57, p99: 9.64, compute: 7.28),
    ],
    lowest: Lowest(clients: 8, mean: 8.1, queue: 5.14, compute: 2.21),
    online: rows(
      16, 1553, 12.93, 24, 2024, 16.24, 32, 2559, 15.05, 40, 2714.29, 19.73,
      48, 2841, 23.61, 56, 3109, 25.39, 64, 3243, 27.47, 72, 3576, 26.48,
      80, 3687, 29.97, 88, 3670, 32.79, 96, 3811, 33.31, 104, 3999, 36.68,
      112, 4207, 35.21, 120, 4105, 40.72, 128, 4316, 40.26, 136, 4406, 42.31,
      144, 4339, 46.66, 152, 4478, 47.27, 160, 4520, 48.88, 168, 4487, 53.46,
      176, 4608.39, 52.57, 184, 4646, 51.92, 192, 4646, 57.1, 200, 4809, 56.27,
      208, 4866, 54.3, 216, 4912, 58.2, 224, 4927, 61.31, 232, 4840, 76.19,
      240, 5044, 62.81, 248, 4955, 69.14, 256, 5236, 63.11))

  /// A100-80GB FP16, offline L207, online L327.
  static let gpuNet05DA100 = TritonSweep(
    name: "GPUNet 05ms-D, A100", release: .r2112, instances: 2,
    offline: [
      Offline(batch: 1, mean: 0.64, p99: 0.66, compute: 0.45),
      Offline(batch: 2, mean: 0.71, p99: 0.73, compute: 0.5),
      Offline(batch: 4, mean: 0.86, p99: 1.03, compute: 0.6),
      Offline(batch: 8, mean: 1.14, p99: 1.33, compute: 0.82),
      Offline(batch: 16, mean: 1.75, p99: 1.78, compute: 1.26),
      Offline(batch: 32, mean: 3.3, p99: 3.48, compute: 2.21),
      Offline(batch: 64, mean: 6.54, p99: 7.11, compute: 4.12),
    ],
    lowest: Lowest(clients: 8, mean: 4.85, queue: 3.01, compute: 1.29),
    online: rows(
      16, 2536, 8.4, 24, 3223, 10.36, 32, 3705, 11.94, 40, 4120, 13.11,
      48, 4495, 14.64, 56, 4858.14, 16.59, 64, 5222.78, 17.54, 72, 5323, 19.73,
      80, 5826, 19.7, 88, 5747.25, 21.87, 96, 5883, 25.46, 104, 6167, 24.28,
      112, 6117, 25.27, 120, 6635, 26.61, 128, 6457, 27.3, 136, 6808.19, 28.96,
      144, 6703, 28.78, 152, 7450, 28.84, 160, 7214.78, 30.83, 168, 7368, 30.6,
      176, 7483, 33.26, 184, 7559, 33.18, 192, 7587, 34.83, 200, 7490, 35.97,
      208, 7731, 36.61, 216, 7735, 37.99, 224, 8244, 37.15, 232, 8148, 39.36,
      240, 7768.23, 44.21, 248, 8296, 37.65, 256, 8153, 41.19))
}
