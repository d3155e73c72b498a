import Capacity

extension CatalogModel {
  /// The coefficient of variation of a batch's time: over the published curves the 99th percentile
  /// is 1.045 times the mean, which a normal reaches with 0.045 / 2.326.
  static let batchVariation = 0.02

  /// One measured curve.
  struct Run {
    /// The GPU's name in service curves.
    let gpu: String
    /// The precision, or nil when the model was measured at one only.
    let precision: String?
    /// The GPU as the source names it, with its memory.
    let device: String
    /// Ascending batch sizes.
    let batches: [Int]
    /// The time of a batch of each size.
    let milliseconds: [Double]
    /// The throughput of k copies over that of one, for k from 1; empty when not measured.
    let sharing: [Double]

    /// A curve of PPipe's: batches of 1 to 8.
    init(_ gpu: String, milliseconds: [Double], sharing: [Double] = []) {
      self.gpu = gpu
      precision = nil
      device = gpu
      batches = Array(1...8)
      self.milliseconds = milliseconds
      self.sharing = sharing
    }

    /// A curve of NVIDIA's.
    init(
      _ gpu: String, _ precision: String, on device: String, batches: [Int],
      milliseconds: [Double]
    ) {
      self.gpu = gpu
      self.precision = precision
      self.device = device
      self.batches = batches
      self.milliseconds = milliseconds
      sharing = []
    }

    func curve(of model: String, source: String) -> ServiceCurve {
      let points = zip(batches, milliseconds).map {
        ServiceCurve.Point(batch: $0, seconds: $1 / 1000)
      }
      let precisionText = precision.map { " \($0)" } ?? ""
      return ServiceCurve(
        gpu: gpu, precision: precision, shape: .table(points), cv: CatalogModel.batchVariation,
        sharing: sharing, measuredUpTo: batches.last,
        provenance: Provenance(
          subject: "curve \(model) on \(gpu)\(precisionText)",
          value: "table of \(points.count) batch sizes on \(device)", quality: .catalog,
          source: source))
    }
  }

  /// A model of the PPipe data set: TensorRT with TF32 where the GPU has it, whole networks.
  static func measuredByPPipe(
    _ name: String, from file: String, about: String, _ runs: [Run]
  ) -> CatalogModel {
    let source =
      "github:JonnyKong/PPipe@03cd8df0f2:data/models/block-timing-tf32/, TensorRT (undated)"
    return CatalogModel(
      name: name, about: "\(about), TensorRT (\(file))",
      curves: runs.map { $0.curve(of: name, source: source) })
  }

  /// A model of NVIDIA's Deep Learning Examples: only the points whose latency and throughput
  /// agree within 5%, since the others were measured in two different ways.
  static func measuredByNVIDIA(
    _ name: String, readMe: String, about: String, _ runs: [Run]
  ) -> CatalogModel {
    let source = "github:NVIDIA/DeepLearningExamples@729963dd47:\(readMe) (undated)"
    return CatalogModel(
      name: name, about: about, curves: runs.map { $0.curve(of: name, source: source) })
  }
}
