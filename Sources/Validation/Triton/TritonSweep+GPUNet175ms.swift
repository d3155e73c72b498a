/// Measured by NVIDIA (DeepLearningExamples at 729963dd47,
/// PyTorch/Classification/GPUNet/triton/175ms/README.md).
extension TritonSweep {
  /// V100-32GB FP16, offline L160, online L258.
  static let gpuNet175V100 = TritonSweep(
    name: "GPUNet 175ms, V100", release: .r2112, instances: 2,
    offline: [
      Offline(batch: 1, mean: 2.22, p99: 2.3, compute: 1.68),
      Offline(batch: 2, mean: 2.77, p99: 2.88, compute: 2.14),
      Offline(batch: 4, mean: 3.96, p99: 4.09, compute: 3.14),
      Offline(batch: 8, mean: 6.05, p99: 6.16, compute: 4.94),
      Offline(batch: 16, mean: 10.33, p99: 10.41, compute: 8.54),
      Offline(batch: 32, mean: 19.01, p99: 19.14, compute: 15.88),
      Offline(batch: 64, mean: 35.83, p99: 36.11, compute: 29.59),
    ],
    lowest: Lowest(clients: 8, mean: 17.21, queue: 10.98, compute: 4.68),
    online: rows(
      16, 670, 27.35, 24, 838, 33.42, 32, 906, 46.44, 40, 949, 56.49,
      48, 1053, 54.33, 56, 1037, 76.82, 64, 1146, 74.42, 72, 1117, 80.07,
      80, 1068, 104.18, 88, 1202, 112.86, 96, 1222, 112.32, 104, 1223, 116.65,
      112, 1284.72, 120.93, 120, 1205, 124.1, 128, 1358, 119.85, 136, 1311, 138.63,
      144, 1316, 138.5, 152, 1344, 157.26, 160, 1346, 146.55, 168, 1394, 147.28,
      176, 1283, 164.82, 184, 1282, 177.57, 192, 1384.62, 175.99, 200, 1363, 200,
      208, 1401, 199.73, 216, 1412, 188.53, 224, 1386, 212.18, 232, 1410, 214.27,
      240, 1428, 182.79, 248, 1404, 218.05, 256, 1356, 202.46))

  /// A100-80GB FP16, offline L207, online L327.
  static let gpuNet175A100 = TritonSweep(
    name: "GPUNet 175ms, A100", release: .r2112, instances: 2,
    offline: [
      Offline(batch: 1, mean: 1.47, p99: 1.53, compute: 1.25),
      Offline(batch: 2, mean: 1.72, p99: 1.79, compute: 1.44),
      Offline(batch: 4, mean: 2.3, p99: 2.43, compute: 1.89),
      Offline(batch: 8, mean: 3.44, p99: 3.51, compute: 2.79),
      Offline(batch: 16, mean: 6.02, p99: 6.24, compute: 4.59),
      Offline(batch: 32, mean: 11.09, p99: 11.2, compute: 8.04),
      Offline(batch: 64, mean: 20.54, p99: 21.48, compute: 14.76),
    ],
    lowest: Lowest(clients: 8, mean: 9.78, queue: 6.07, compute: 2.63),
    online: rows(
      16, 1119, 20.8, 24, 1272, 30.49, 32, 1561, 27.41, 40, 1595, 37.28,
      48, 1790, 39.77, 56, 1904, 46.14, 64, 1948, 43.31, 72, 1921, 52.26,
      80, 1992, 53.21, 88, 2015, 72.96, 96, 2155, 63.2, 104, 2222.78, 70.73,
      112, 2229, 69, 120, 2323.68, 67.84, 128, 2302, 75.42, 136, 2403, 76.49,
      144, 2340, 81.72, 152, 2365, 75.89, 160, 2389, 87.81, 168, 2508.49, 90.01,
      176, 2448, 92.62, 184, 2502, 101.08, 192, 2494, 121.06, 200, 2516, 106.64,
      208, 2665, 102.39, 216, 2624, 107.04, 224, 2671.33, 110.3, 232, 2675, 109.9,
      240, 2725, 110.88, 248, 2822, 122.66, 256, 2852, 113.4))
}
