import Capacity

extension CatalogModel {
  /// An object detector with curves on A100.
  static let detectionSSD: [CatalogModel] = [
    ssdR50
  ]

  private static let ssdR50 = measuredByNVIDIA(
    "ssd_r50",
    readMe: "TensorFlow/Detection/SSD/README.md",
    about: "Objects detected by SSD with ResNet-50, TensorFlow",
    [
      Run(
        "T4", "fp16", on: "T4", batches: [1, 2, 4, 8, 16, 32, 64],
        milliseconds: [51.9, 66.04, 106.21, 195.49, 390.05, 794.48, 1590.98]),
      Run(
        "T4", "fp32", on: "T4", batches: [1, 2, 4, 8, 16, 32, 64],
        milliseconds: [69.99, 99.87, 159.99, 281.58, 492.08, 939.11, 1915.36]),
      Run(
        "V100", "fp16", on: "V100-16GB", batches: [1, 2, 4, 8, 16, 32, 64],
        milliseconds: [35.29, 48.54, 72.19, 129.39, 241.12, 492.21, 988.47]),
      Run(
        "V100", "fp32", on: "V100-16GB", batches: [1, 2, 4, 8, 16, 32, 64],
        milliseconds: [34.31, 48.54, 78.86, 143.57, 269.32, 534.99, 1085.96]),
      Run(
        "A100", "fp16", on: "A100-40GB", batches: [1, 2, 4, 8, 16, 32, 64],
        milliseconds: [24.46, 40.6, 68.01, 115.73, 204.85, 420.0, 821.37]),
      Run(
        "A100", "tf32", on: "A100-40GB", batches: [1, 2, 4, 8, 16, 32, 64],
        milliseconds: [27.08, 45.42, 73.2, 127.06, 223.83, 437.71, 867.88]),
    ])
}
