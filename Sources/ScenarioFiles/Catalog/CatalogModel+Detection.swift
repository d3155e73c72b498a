import Capacity

extension CatalogModel {
  /// Object detectors measured like the segmentation networks.
  static let detection: [CatalogModel] = [
    atssR101, centernetR50, gflR50, rtmdetX, efficientdetD1,
  ]

  private static let atssR101 = measuredByPPipe(
    "atss_r101", from: "atss_r101_fpn_1x_coco",
    about: "Objects detected in images of COCO",
    [
      Run(
        "L4", milliseconds: [21.064, 35.074, 52.063, 66.967, 86.748, 103.396, 123.226, 138.87],
        sharing: [1, 1.191, 1.177, 1.181]),
      Run(
        "T4", milliseconds: [59.401, 108.884, 157.12, 207.985, 259.946, 306.726, 358.358, 403.529],
        sharing: [1, 1.045, 0.971, 0.992]),
      Run(
        "P4",
        milliseconds: [68.429, 125.089, 180.661, 240.896, 301.455, 359.334, 419.103, 470.875]),
      Run(
        "V100", milliseconds: [23.405, 36.931, 48.351, 63.171, 77.862, 88.708, 104.68, 114.967],
        sharing: [1, 1.204, 1.286, 1.343]),
    ])

  private static let centernetR50 = measuredByPPipe(
    "centernet_r50", from: "centernet-update_r50-caffe_fpn_ms-1x_coco",
    about: "Objects detected in images of COCO",
    [
      Run(
        "L4", milliseconds: [19.356, 32.277, 46.812, 60.225, 77.225, 92.251, 107.846, 121.354],
        sharing: [1, 1.244, 1.237, 1.277]),
      Run(
        "T4", milliseconds: [48.357, 87.675, 123.821, 164.596, 205.07, 240.474, 281.111, 316.514],
        sharing: [1, 1.063, 0.996, 1.033]),
      Run(
        "P4",
        milliseconds: [61.954, 114.373, 166.768, 220.182, 273.846, 325.446, 379.152, 429.194]),
      Run(
        "V100", milliseconds: [18.544, 29.601, 39.35, 50.679, 62.125, 71.75, 83.647, 92.717],
        sharing: [1, 1.225, 1.223, 1.337]),
    ])

  private static let gflR50 = measuredByPPipe(
    "gfl_r50", from: "gfl_r50_fpn_ms-2x_coco",
    about: "Objects detected in images of COCO",
    [
      Run(
        "L4", milliseconds: [17.456, 29.089, 42.273, 53.981, 69.188, 82.579, 96.309, 108.806],
        sharing: [1, 1.192, 1.196, 1.226]),
      Run(
        "T4", milliseconds: [46.581, 83.169, 118.392, 156.237, 195.595, 230.918, 268.705, 302.522],
        sharing: [1, 1.076, 1.008, 1.018]),
      Run(
        "P4",
        milliseconds: [52.378, 94.859, 136.955, 181.898, 226.698, 268.618, 313.344, 352.739]),
      Run(
        "V100", milliseconds: [17.513, 27.693, 36.435, 46.793, 57.228, 65.964, 77.061, 84.952],
        sharing: [1, 1.236, 1.341, 1.383]),
    ])

  private static let rtmdetX = measuredByPPipe(
    "rtmdet_x", from: "rtmdet_x_8xb32-300e_coco",
    about: "Objects detected in images of COCO",
    [
      Run(
        "L4", milliseconds: [35.018, 65.063, 94.138, 128.901, 162.129, 194.031, 229.67, 266.131],
        sharing: [1, 1.156, 1.091, 1.104]),
      Run(
        "T4",
        milliseconds: [92.018, 175.953, 257.237, 341.376, 420.581, 505.287, 587.597, 670.913],
        sharing: [1, 1.008, 0.922, 0.949]),
      Run(
        "P4",
        milliseconds: [130.616, 251.878, 371.857, 494.425, 613.854, 739.294, 858.816, 977.661]),
      Run(
        "V100",
        milliseconds: [31.503, 54.973, 78.962, 101.631, 123.894, 148.472, 172.032, 194.005],
        sharing: [1, 1.155, 1.07, 1.201]),
    ])

  private static let efficientdetD1 = measuredByPPipe(
    "efficientdet_d1", from: "tf_efficientdet_d1",
    about: "Objects detected in images of COCO",
    [
      Run(
        "L4", milliseconds: [6.566, 12.336, 19.439, 26.929, 35.419, 43.941, 53.317, 62.267],
        sharing: [1, 1.067, 0.979, 0.951]),
      Run(
        "T4", milliseconds: [15.358, 27.448, 39.223, 51.187, 63.933, 75.876, 88.085, 99.962],
        sharing: [1, 1.107, 1.098, 1.144]),
      Run("P4", milliseconds: [23.937, 40.909, 58.148, 75.313, 92.96, 109.79, 127.126, 143.87]),
      Run(
        "V100", milliseconds: [8.469, 11.572, 14.952, 18.173, 21.604, 24.783, 28.2, 31.161],
        sharing: [1, 1.429, 1.413, 1.48]),
    ])
}
