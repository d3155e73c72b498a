/// Measured by NVIDIA (DeepLearningExamples at 729963dd47,
/// PyTorch/Segmentation/nnUNet/triton/README.md).
extension TritonSweep {
  /// T4 FP16, offline L507, online L767.
  static let nnUNetFP16T4 = TritonSweep(
    name: "nnU-Net FP16, T4", release: .r2102, instances: 1,
    offline: [
      Offline(batch: 1, mean: 109.417, p99: 111.201),
      Offline(batch: 2, mean: 208.026, p99: 209.9),
      Offline(batch: 4, mean: 409.599, p99: 411.711),
    ],
    lowest: Lowest(clients: 1, mean: 109.369, queue: 0.015),
    online: rows(
      2, 9.2, 219.902, 3, 9.3, 320.185, 4, 9.8, 417.25, 5, 9.7, 527.18,
      6, 9.6, 634.899, 7, 9.4, 727.387, 8, 10, 820.552))

  /// T4 FP32, offline L532, online L798.
  static let nnUNetFP32T4 = TritonSweep(
    name: "nnU-Net FP32, T4", release: .r2102, instances: 1,
    offline: [
      Offline(batch: 1, mean: 295.594, p99: 298.585),
      Offline(batch: 2, mean: 591.209, p99: 592.881),
      Offline(batch: 4, mean: 1187.24, p99: 1189.1),
    ],
    lowest: Lowest(clients: 1, mean: 295.625, queue: 0.016),
    online: rows(
      2, 3.4, 593.506, 3, 3.3, 889.069, 4, 3.2, 1188.02, 5, 3.5, 1488.8,
      6, 3.3, 1786.65, 7, 3.5, 2094.77, 8, 3.2, 2394.67))

  /// V100-32GB FP16, offline L389, online L833.
  static let nnUNetFP16V100 = TritonSweep(
    name: "nnU-Net FP16, V100", release: .r2102, instances: 1,
    offline: [
      Offline(batch: 1, mean: 49.188, p99: 49.386),
      Offline(batch: 2, mean: 79.247, p99: 79.611),
      Offline(batch: 4, mean: 139.634, p99: 140.844),
    ],
    lowest: Lowest(clients: 1, mean: 49.237, queue: 0.022),
    online: rows(
      2, 20.5, 98.817, 3, 23.4, 128.9, 4, 25.2, 158.762, 5, 26.5, 189.349,
      6, 27.6, 219.443, 7, 28.3, 249.367, 8, 28.8, 280.367))

  /// V100-32GB FP32, offline L414, online L864.
  static let nnUNetFP32V100 = TritonSweep(
    name: "nnU-Net FP32, V100", release: .r2102, instances: 1,
    offline: [
      Offline(batch: 1, mean: 96.908, p99: 97.56),
      Offline(batch: 2, mean: 185.747, p99: 187.05),
      Offline(batch: 4, mean: 366.781, p99: 370.119),
    ],
    lowest: Lowest(clients: 1, mean: 96.837, queue: 0.016),
    online: rows(
      2, 10.4, 194.156, 3, 10.6, 283.756, 4, 10.8, 373.333, 5, 11, 464.954,
      6, 11.2, 556.337, 7, 10.9, 699.413, 8, 10.8, 736.436))
}
