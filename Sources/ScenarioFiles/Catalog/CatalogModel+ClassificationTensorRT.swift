import Capacity

extension CatalogModel {
  /// Image classifiers measured like the segmentation networks.
  static let classificationTensorRT: [CatalogModel] = [
    convnextLarge, resnext152, wideResnet1012,
  ]

  private static let convnextLarge = measuredByPPipe(
    "convnext_large", from: "convnext_large",
    about: "Images classified",
    [
      Run(
        "L4", milliseconds: [10.72, 18.5, 27.289, 36.958, 45.581, 53.538, 62.626, 72.243],
        sharing: [1, 0.849, 0.791, 0.766]),
      Run(
        "T4", milliseconds: [37.858, 70.663, 104.605, 138.772, 172.345, 207.727, 240.916, 273.484],
        sharing: [1, 0.957, 0.878, 0.885]),
      Run(
        "P4",
        milliseconds: [84.886, 163.789, 241.964, 315.233, 385.397, 467.578, 541.326, 606.472]),
      Run(
        "V100", milliseconds: [11.379, 19.867, 26.124, 35.119, 40.848, 49.73, 59.249, 64.669],
        sharing: [1, 1.123, 1.232, 1.219]),
    ])

  private static let resnext152 = measuredByPPipe(
    "resnext152", from: "resnext152-32x4d_8xb32_in1k",
    about: "Images classified",
    [
      Run(
        "L4", milliseconds: [4.216, 5.017, 6.05, 7.167, 8.942, 10.116, 11.186, 12.788],
        sharing: [1, 1.468, 1.604, 1.622]),
      Run(
        "T4", milliseconds: [9.927, 16.669, 22.284, 30.267, 37.574, 43.348, 51.114, 56.784],
        sharing: [1, 1.09, 0.994, 1.044]),
      Run("P4", milliseconds: [15.398, 21.802, 28.414, 37.228, 44.62, 52.021, 60.084, 67.178]),
      Run(
        "V100", milliseconds: [5.133, 6.938, 7.71, 10.217, 12.608, 13.459, 16.128, 17.258],
        sharing: [1, 1.44, 1.464, 1.617]),
    ])

  private static let wideResnet1012 = measuredByPPipe(
    "wide_resnet101_2", from: "wide_resnet101_2",
    about: "Images classified",
    [
      Run(
        "L4", milliseconds: [14.172, 26.819, 35.804, 50.195, 59.419, 72.374, 86.593, 97.624],
        sharing: [1, 1.006, 1.0, 0.941]),
      Run(
        "T4",
        milliseconds: [61.705, 117.228, 175.035, 231.575, 288.738, 345.358, 384.038, 441.137],
        sharing: [1, 0.983, 0.953, 0.917]),
      Run(
        "P4",
        milliseconds: [67.569, 128.274, 188.993, 252.758, 317.121, 379.883, 433.579, 497.162]),
      Run(
        "V100", milliseconds: [22.348, 36.919, 52.123, 66.659, 86.796, 100.942, 115.302, 129.95],
        sharing: [1, 1.2, 1.202, 1.199]),
    ])
}
