import Capacity

extension CatalogModel {
  /// Segmentation of medical images, the only segmentation with published curves on A100.
  static let medical: [CatalogModel] = [
    nnunetTriton, nnunet3d, unetMedical,
  ]

  private static let nnunetTriton = measuredByNVIDIA(
    "nnunet_triton",
    readMe: "PyTorch/Segmentation/nnUNet/triton/README.md",
    about: "Medical images segmented by nnU-Net behind Triton",
    [
      Run("T4", "fp16", on: "T4", batches: [1, 2, 4], milliseconds: [109.417, 208.026, 409.599]),
      Run("T4", "fp32", on: "T4", batches: [1, 2], milliseconds: [295.594, 591.209]),
      Run(
        "V100", "fp16", on: "V100-32GB", batches: [1, 2, 4],
        milliseconds: [49.188, 79.247, 139.634]),
      Run(
        "V100", "fp32", on: "V100-32GB", batches: [1, 2, 4],
        milliseconds: [96.908, 185.747, 366.781]),
      Run("A40", "fp16", on: "A40", batches: [1, 2, 4], milliseconds: [44.977, 70.667, 126.061]),
      Run("A40", "fp32", on: "A40", batches: [1, 2, 4], milliseconds: [89.503, 176.063, 359.839]),
      Run(
        "A100", "fp16", on: "A100-80GB", batches: [1, 2, 4],
        milliseconds: [38.29, 52.859, 81.738]),
    ])

  private static let nnunet3d = measuredByNVIDIA(
    "nnunet_3d",
    readMe: "PyTorch/Segmentation/nnUNet/README.md",
    about: "Volumes of 128x128x128 segmented by nnU-Net, PyTorch",
    [
      Run(
        "V100", "fp16", on: "V100-32GB", batches: [1, 2, 4],
        milliseconds: [27.08, 51.47, 102.18]),
      Run(
        "V100", "fp32", on: "V100-32GB", batches: [1, 2, 4],
        milliseconds: [100.78, 197.33, 390.33]),
      Run(
        "A100", "fp16", on: "A100-80GB", batches: [1, 2, 4], milliseconds: [14.61, 35.15, 52.36]),
      Run(
        "A100", "tf32", on: "A100-80GB", batches: [1, 2, 4], milliseconds: [28.55, 50.15, 96.8]),
    ])

  private static let unetMedical = measuredByNVIDIA(
    "unet_medical",
    readMe: "TensorFlow/Segmentation/UNet_Medical/README.md",
    about: "Cells segmented at 572x572 by U-Net, TensorFlow",
    [
      Run(
        "V100", "fp16", on: "V100-16GB", batches: [1, 2, 4],
        milliseconds: [7.868, 14.256, 26.978]),
      Run(
        "V100", "fp32", on: "V100-16GB", batches: [1, 2, 4, 8, 16],
        milliseconds: [21.133, 38.888, 74.692, 152.733, 245.775]),
      Run(
        "A100", "fp16", on: "A100-40GB", batches: [1, 2, 4], milliseconds: [3.983, 11.13, 20.25]),
      Run(
        "A100", "tf32", on: "A100-40GB", batches: [1, 2, 4, 16],
        milliseconds: [11.261, 19.12, 34.184, 121.552]),
    ])
}
