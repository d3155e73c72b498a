import Capacity

extension CatalogModel {
  /// Twelve networks that segment a street scene, the closest published kin of camera effects.
  static let segmentation: [CatalogModel] = [
    annR101, apcnetR101, danetR101, deeplabv3R101, deeplabv3plusR101, dnlR101, emanetR101,
    encnetR101, fcnD6R101, gcnetR101, isanetR101, nonlocalR101,
  ]

  private static let annR101 = measuredByPPipe(
    "ann_r101", from: "ann_r101-d8_4xb2-40k_cityscapes-512x1024",
    about: "Street scenes segmented at 512x1024",
    [
      Run(
        "L4", milliseconds: [15.44, 29.305, 41.077, 56.351, 69.195, 84.794, 97.568, 113.212],
        sharing: [1, 0.968, 0.949, 0.897]),
      Run(
        "T4", milliseconds: [63.257, 123.373, 178.366, 238.874, 291.186, 353.58, 413.624, 469.407],
        sharing: [1, 0.983, 0.918, 0.939]),
      Run(
        "P4",
        milliseconds: [73.387, 141.966, 206.721, 279.816, 339.769, 416.679, 483.868, 544.176]),
      Run(
        "V100", milliseconds: [22.324, 41.052, 55.186, 73.921, 87.469, 107.488, 125.899, 139.981],
        sharing: [1, 1.114, 1.192, 1.2]),
    ])

  private static let apcnetR101 = measuredByPPipe(
    "apcnet_r101", from: "apcnet_r101-d8_4xb2-40k_cityscapes-512x1024",
    about: "Street scenes segmented at 512x1024",
    [
      Run(
        "L4", milliseconds: [16.981, 32.369, 45.381, 62.473, 76.201, 92.953, 107.287, 122.988],
        sharing: [1, 1.013, 0.999, 0.92]),
      Run(
        "T4", milliseconds: [64.83, 127.45, 184.74, 247.621, 300.473, 363.572, 426.989, 484.572],
        sharing: [1, 0.961, 0.91, 0.922]),
      Run(
        "P4",
        milliseconds: [78.652, 154.269, 223.218, 300.414, 362.173, 444.219, 515.784, 590.676]),
      Run(
        "V100", milliseconds: [22.476, 41.159, 55.966, 74.55, 87.992, 108.309, 127.013, 141.693],
        sharing: [1, 1.098, 1.151, 1.158]),
    ])

  private static let danetR101 = measuredByPPipe(
    "danet_r101", from: "danet_r101-d8_4xb2-40k_cityscapes-512x1024",
    about: "Street scenes segmented at 512x1024",
    [
      Run(
        "L4", milliseconds: [16.474, 30.977, 43.332, 59.367, 72.345, 88.428, 101.876, 118.3],
        sharing: [1, 1.033, 1.012, 0.954]),
      Run(
        "T4",
        milliseconds: [62.492, 123.394, 181.086, 242.324, 292.968, 354.333, 414.521, 471.246],
        sharing: [1, 0.958, 0.899, 0.898]),
      Run(
        "P4",
        milliseconds: [76.494, 148.351, 213.445, 288.759, 350.753, 427.929, 499.938, 564.187]),
      Run(
        "V100", milliseconds: [21.249, 39.035, 52.968, 70.762, 84.032, 102.902, 120.889, 134.634],
        sharing: [1, 1.092, 1.163, 1.162]),
    ])

  private static let deeplabv3R101 = measuredByPPipe(
    "deeplabv3_r101", from: "deeplabv3_r101-d8_4xb2-40k_cityscapes-512x1024",
    about: "Street scenes segmented at 512x1024",
    [
      Run(
        "L4", milliseconds: [19.445, 36.023, 50.723, 68.923, 84.109, 101.927, 117.207, 135.709],
        sharing: [1, 1.039, 1.025, 0.966]),
      Run(
        "T4", milliseconds: [79.361, 157.059, 229.928, 308.782, 361.908, 440.208, 518.981, 592.53],
        sharing: [1, 0.977, 0.886, 0.882]),
      Run(
        "P4",
        milliseconds: [101.626, 192.81, 278.085, 374.765, 455.556, 559.157, 660.061, 732.726]),
      Run(
        "V100", milliseconds: [28.631, 53.94, 73.757, 98.979, 113.39, 139.726, 163.588, 185.141],
        sharing: [1, 1.07, 1.135, 1.121]),
    ])

  private static let deeplabv3plusR101 = measuredByPPipe(
    "deeplabv3plus_r101", from: "deeplabv3plus_r101-d8_4xb2-40k_cityscapes-512x1024",
    about: "Street scenes segmented at 512x1024",
    [
      Run(
        "L4", milliseconds: [16.045, 31.125, 44.063, 60.193, 74.365, 90.871, 104.802, 121.589],
        sharing: [1, 1.018, 1.005, 0.946]),
      Run(
        "T4",
        milliseconds: [61.309, 120.591, 174.459, 234.278, 283.421, 343.757, 402.176, 456.121],
        sharing: [1, 0.974, 0.919, 0.935]),
      Run(
        "P4",
        milliseconds: [73.196, 141.402, 204.885, 277.021, 336.944, 410.998, 479.378, 538.483]),
      Run(
        "V100", milliseconds: [21.091, 38.7, 52.973, 70.317, 84.326, 102.906, 120.576, 134.728],
        sharing: [1, 1.1, 1.171, 1.179]),
    ])

  private static let dnlR101 = measuredByPPipe(
    "dnl_r101", from: "dnl_r101-d8_4xb2-40k_cityscapes-512x1024",
    about: "Street scenes segmented at 512x1024",
    [
      Run(
        "L4", milliseconds: [16.223, 30.669, 43.051, 59.107, 71.887, 87.73, 100.692, 117.511],
        sharing: [1, 1.028, 1.011, 0.945]),
      Run(
        "T4", milliseconds: [62.243, 122.511, 176.904, 237.284, 289.428, 351.12, 411.296, 466.461],
        sharing: [1, 0.951, 0.896, 0.912]),
      Run(
        "P4",
        milliseconds: [76.74, 148.754, 213.991, 290.927, 351.527, 430.788, 503.156, 565.968]),
      Run(
        "V100", milliseconds: [21.234, 38.118, 52.665, 69.626, 83.738, 102.384, 119.629, 134.029],
        sharing: [1, 1.117, 1.174, 1.173]),
    ])

  private static let emanetR101 = measuredByPPipe(
    "emanet_r101", from: "emanet_r101-d8_4xb2-80k_cityscapes-769x769",
    about: "Street scenes segmented at 769x769",
    [
      Run(
        "L4", milliseconds: [14.904, 28.007, 38.201, 52.685, 63.552, 77.994, 89.039, 103.779],
        sharing: [1, 1.035, 1.066, 1.008]),
      Run(
        "T4",
        milliseconds: [56.607, 110.076, 157.834, 210.935, 258.676, 313.933, 367.625, 415.332],
        sharing: [1, 0.98, 0.925, 0.933]),
      Run(
        "P4", milliseconds: [66.389, 127.771, 186.2, 251.383, 306.687, 374.041, 435.472, 492.14]),
      Run(
        "V100", milliseconds: [20.319, 36.814, 49.671, 65.873, 77.198, 94.582, 111.221, 123.988],
        sharing: [1, 1.116, 1.2, 1.207]),
    ])

  private static let encnetR101 = measuredByPPipe(
    "encnet_r101", from: "encnet_r101-d8_4xb2-40k_cityscapes-512x1024",
    about: "Street scenes segmented at 512x1024",
    [
      Run(
        "L4", milliseconds: [18.525, 35.822, 51.127, 69.709, 85.23, 103.938, 119.234, 138.005],
        sharing: [1, 1.034, 1.014, 0.985]),
      Run(
        "T4",
        milliseconds: [57.076, 112.811, 162.962, 218.775, 264.369, 320.293, 375.285, 426.002],
        sharing: [1, 0.99, 0.927, 0.956]),
      Run(
        "P4",
        milliseconds: [72.613, 140.234, 203.687, 273.195, 334.024, 405.623, 471.638, 530.494]),
      Run(
        "V100", milliseconds: [20.067, 36.877, 50.38, 66.851, 80.079, 97.793, 114.517, 127.947],
        sharing: [1, 1.101, 1.19, 1.199]),
    ])

  private static let fcnD6R101 = measuredByPPipe(
    "fcn-d6_r101", from: "fcn-d6_r101-d16_4xb2-40k_cityscapes-512x1024",
    about: "Street scenes segmented at 512x1024",
    [
      Run(
        "L4", milliseconds: [6.924, 9.58, 12.42, 17.955, 21.281, 24.708, 27.933, 35.342],
        sharing: [1, 1.341, 1.447, 1.374]),
      Run(
        "T4", milliseconds: [20.065, 36.485, 51.563, 68.671, 80.636, 100.041, 116.845, 131.588],
        sharing: [1, 1.062, 1.026, 1.058]),
      Run("P4", milliseconds: [21.927, 38.946, 59.325, 76.522, 90.915, 113.877, 129.758, 149.399]),
      Run(
        "V100", milliseconds: [8.58, 12.303, 17.489, 21.79, 23.989, 32.419, 35.487, 40.098],
        sharing: [1, 1.382, 1.374, 1.478]),
    ])

  private static let gcnetR101 = measuredByPPipe(
    "gcnet_r101", from: "gcnet_r101-d8_4xb2-40k_cityscapes-512x1024",
    about: "Street scenes segmented at 512x1024",
    [
      Run(
        "L4", milliseconds: [15.545, 29.006, 40.162, 54.821, 66.557, 80.945, 93.218, 108.095],
        sharing: [1, 1.029, 1.032, 0.979]),
      Run(
        "T4",
        milliseconds: [60.069, 117.355, 170.951, 228.781, 278.314, 337.741, 394.932, 448.332],
        sharing: [1, 0.958, 0.898, 0.915]),
      Run(
        "P4",
        milliseconds: [74.026, 143.05, 205.917, 279.609, 336.852, 411.927, 490.282, 545.537]),
      Run(
        "V100", milliseconds: [20.428, 37.052, 50.631, 67.328, 80.481, 98.619, 115.625, 129.296],
        sharing: [1, 1.104, 1.174, 1.17]),
    ])

  private static let isanetR101 = measuredByPPipe(
    "isanet_r101", from: "isanet_r101-d8_4xb2-40k_cityscapes-512x1024",
    about: "Street scenes segmented at 512x1024",
    [
      Run(
        "L4", milliseconds: [13.526, 25.718, 35.676, 49.524, 60.314, 73.883, 85.444, 99.349],
        sharing: [1, 1.016, 1.021, 0.975]),
      Run(
        "T4", milliseconds: [54.172, 106.484, 152.427, 204.905, 249.0, 302.153, 353.49, 399.416],
        sharing: [1, 0.978, 0.918, 0.938]),
      Run(
        "P4",
        milliseconds: [63.432, 122.703, 177.816, 240.29, 291.234, 354.127, 411.974, 463.022]),
      Run(
        "V100", milliseconds: [19.046, 34.745, 47.27, 62.684, 74.8, 91.183, 106.827, 119.29],
        sharing: [1, 1.104, 1.181, 1.193]),
    ])

  private static let nonlocalR101 = measuredByPPipe(
    "nonlocal_r101", from: "nonlocal_r101-d8_4xb2-40k_cityscapes-512x1024",
    about: "Street scenes segmented at 512x1024",
    [
      Run(
        "L4", milliseconds: [16.111, 30.482, 42.872, 58.867, 71.831, 87.609, 100.681, 117.262],
        sharing: [1, 1.025, 1.004, 0.945]),
      Run(
        "T4", milliseconds: [61.94, 122.065, 175.151, 235.44, 287.727, 348.799, 409.218, 463.881],
        sharing: [1, 0.947, 0.891, 0.918]),
      Run(
        "P4", milliseconds: [76.246, 147.4, 213.764, 289.81, 352.211, 430.312, 502.107, 564.673]),
      Run(
        "V100", milliseconds: [20.913, 38.347, 52.64, 69.857, 83.298, 102.023, 119.602, 134.245],
        sharing: [1, 1.094, 1.155, 1.152]),
    ])
}
