import Capacity

extension CatalogModel {
  /// Image classifiers, which gain much from batching, unlike segmentation.
  static let classification: [CatalogModel] = [
    resnet50, resnet50Paddle, gpunet085ms, gpunet175ms, efficientnetB4,
  ]

  private static let resnet50 = measuredByNVIDIA(
    "resnet50",
    readMe: "PyTorch/Classification/ConvNets/triton/resnet50/README.md",
    about: "Images classified, TensorRT behind Triton",
    [
      Run(
        "T4", "fp16", on: "T4", batches: [1, 2, 4, 8, 16, 32, 64, 128],
        milliseconds: [3.003, 3.998, 5.747, 8.998, 15.113, 28.353, 53.187, 100.155]),
      Run(
        "V100", "fp16", on: "V100-32GB", batches: [1, 2, 4, 8, 16, 32, 64, 128],
        milliseconds: [2.838, 3.35, 4.191, 5.979, 9.266, 15.664, 38.412, 82.159]),
      Run(
        "A40", "fp16", on: "A40", batches: [1, 2, 4, 8, 16, 32, 64, 128],
        milliseconds: [2.031, 2.459, 3.652, 5.078, 9.678, 15.451, 36.147, 67.889]),
      Run(
        "A100", "fp16", on: "A100-80GB", batches: [1, 2, 4, 8, 16, 32, 64, 128],
        milliseconds: [2.128, 2.194, 2.759, 3.895, 5.793, 11.193, 25.244, 48.086]),
    ])

  private static let resnet50Paddle = measuredByNVIDIA(
    "resnet50_paddle",
    readMe: "PaddlePaddle/Classification/RN50v1.5/README.md",
    about: "Images classified, PaddlePaddle with TensorRT",
    [
      Run(
        "A10", "tf32", on: "A10", batches: [1, 2, 4, 8, 16, 32, 64, 128, 256],
        milliseconds: [1.66, 2.08, 2.99, 4.85, 7.56, 13.81, 25.83, 50.61, 99.37]),
      Run(
        "A10", "fp16", on: "A10", batches: [1, 2, 4, 8, 16, 32, 64, 128, 256],
        milliseconds: [0.9, 1.05, 1.46, 2.29, 3.89, 6.79, 12.66, 24.32, 47.43]),
      Run(
        "A10", "int8", on: "A10", batches: [1, 2, 4, 8, 16, 32, 64, 128, 256],
        milliseconds: [0.78, 0.87, 1.14, 1.35, 2.16, 3.84, 7.08, 13.63, 26.67]),
      Run(
        "A30", "tf32", on: "A30", batches: [1, 2, 4, 8, 16, 32, 64, 128, 256],
        milliseconds: [1.16, 1.4, 1.94, 2.91, 4.8, 8.58, 16.21, 31.09, 60.55]),
      Run(
        "A30", "fp16", on: "A30", batches: [1, 2, 4, 8, 16, 32, 64, 128, 256],
        milliseconds: [0.83, 0.94, 1.14, 1.55, 2.53, 4.51, 8.33, 15.85, 30.5]),
      Run(
        "A30", "int8", on: "A30", batches: [1, 2, 4, 8, 16, 32, 64, 128, 256],
        milliseconds: [0.74, 0.83, 0.96, 1.2, 1.71, 2.77, 4.94, 9.2, 17.72]),
      Run(
        "A100", "tf32", on: "A100-80GB", batches: [1, 2, 4, 8, 16, 32, 64, 128, 256],
        milliseconds: [1.03, 1.13, 1.29, 1.76, 2.64, 4.4, 7.98, 15.17, 29.69]),
      Run(
        "A100", "fp16", on: "A100-80GB", batches: [1, 2, 4, 8, 16, 32, 64, 128, 256],
        milliseconds: [0.76, 0.81, 0.93, 1.14, 1.54, 2.45, 4.27, 7.81, 14.74]),
      Run(
        "A100", "int8", on: "A100-80GB", batches: [1, 2, 4, 8, 16, 32, 64, 128, 256],
        milliseconds: [0.7, 0.74, 0.83, 0.96, 1.22, 1.76, 2.83, 4.97, 9.16]),
    ])

  private static let gpunet085ms = measuredByNVIDIA(
    "gpunet_085ms",
    readMe: "PyTorch/Classification/GPUNet/triton/085ms/README.md",
    about: "Images classified, ONNX Runtime behind Triton",
    [
      Run(
        "V100", "fp16", on: "V100-32GB", batches: [1, 2, 4, 8, 16, 32, 64],
        milliseconds: [1.27, 1.5, 1.92, 2.82, 4.34, 7.5, 13.69]),
      Run(
        "A100", "fp16", on: "A100-80GB", batches: [1, 2, 4, 8, 16, 32, 64],
        milliseconds: [0.8, 0.92, 1.08, 1.45, 2.32, 4.53, 8.75]),
    ])

  private static let gpunet175ms = measuredByNVIDIA(
    "gpunet_175ms",
    readMe: "PyTorch/Classification/GPUNet/triton/175ms/README.md",
    about: "Images classified, ONNX Runtime behind Triton",
    [
      Run(
        "V100", "fp16", on: "V100-32GB", batches: [1, 2, 4, 8, 16, 32, 64],
        milliseconds: [2.22, 2.77, 3.96, 6.05, 10.33, 19.01, 35.83]),
      Run(
        "A100", "fp16", on: "A100-80GB", batches: [1, 2, 4, 8, 16, 32, 64],
        milliseconds: [1.47, 1.72, 2.3, 3.44, 6.02, 11.09, 20.54]),
    ])

  private static let efficientnetB4 = measuredByNVIDIA(
    "efficientnet_b4",
    readMe: "TensorFlow2/Classification/ConvNets/efficientnet_v1/README.md",
    about: "Images classified at 380x380, TensorFlow 2",
    [
      Run(
        "V100", "fp16", on: "V100-32GB", batches: [1, 8, 16, 64],
        milliseconds: [17.95, 31.16, 45.75, 79.46]),
      Run(
        "A100", "fp16", on: "A100-80GB", batches: [1, 8, 32, 128],
        milliseconds: [16.3, 23.63, 32.93, 85.28]),
      Run(
        "A100", "tf32", on: "A100-80GB", batches: [1, 8, 32, 64],
        milliseconds: [16.52, 21.81, 49.78, 89.54]),
    ])
}
