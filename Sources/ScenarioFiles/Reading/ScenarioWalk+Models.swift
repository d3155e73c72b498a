import Capacity
import Kernel

extension ScenarioWalk {
  /// The models, in order of the file.
  mutating func models(_ node: YAMLNode) -> [Model] {
    var models: [Model] = []
    for entry in named(node, "models") {
      if let model = model(entry) { models.append(model) }
    }
    return models
  }

  private mutating func model(_ entry: YAMLNode.Entry) -> Model? {
    let keys = ["on", "memory", "size", "sharing", "catalog"]
    guard let section = section(entry.value, "a model", keys: keys) else { return nil }
    var model = Model(name: entry.key, curves: [])
    if let node = section["catalog"] {
      guard let built = catalogModel(node) else { return nil }
      model = Model(
        name: entry.key, curves: built.curves, memory: built.memory, size: built.size)
    }
    if let memory = section["memory"] { model.memory = bytes(memory) }
    if let size = section["size"] { model.size = bytes(size) }
    if let on = section["on"] {
      guard let curves = curves(on, model: entry.key) else { return nil }
      for curve in curves { Self.replace(curve, in: &model) }
    } else if section["catalog"] == nil {
      report(.missingKey(["on", "catalog"], of: "a model"), at: entry.keyPlace)
      return nil
    }
    if let node = section["sharing"], let sharing = sharing(node) {
      for index in model.curves.indices where model.curves[index].sharing.isEmpty {
        model.curves[index].sharing = sharing
      }
    }
    return model
  }

  private mutating func catalogModel(_ node: YAMLNode) -> CatalogModel? {
    guard let name = text(node) else { return nil }
    if let model = catalog.model(named: name) { return model }
    let valid = catalog.models.map(\.name)
    report(.unknownName(kind: "model of the catalog", name: name, valid: valid), at: node)
    return nil
  }

  private static func replace(_ curve: ServiceCurve, in model: inout Model) {
    model.curves.removeAll { $0.gpu == curve.gpu && $0.precision == curve.precision }
    model.curves.append(curve)
  }

  /// The curves of a model, or nil when one cannot be read: then nothing is said of it elsewhere.
  private mutating func curves(_ node: YAMLNode, model: String) -> [ServiceCurve]? {
    guard let entries = node.entries else {
      report(.type(field: "on", found: node.kind, expected: "a mapping of GPUs"), at: node)
      return nil
    }
    var curves: [ServiceCurve] = []
    var isComplete = true
    for entry in entries where !Section.isFree(entry.key) {
      let words = entry.key.split(separator: " ").map(String.init)
      guard (1...2).contains(words.count) else {
        report(
          .type(
            field: "on", found: "\"\(entry.key)\"", expected: "a GPU, or a GPU and a precision"),
          at: entry.keyPlace)
        isComplete = false
        continue
      }
      let precision = words.count == 2 ? words[1] : nil
      if let curve = curve(entry.value, model: model, gpu: words[0], precision: precision) {
        curves.append(curve)
      } else {
        isComplete = false
      }
    }
    return isComplete ? curves : nil
  }

  private mutating func curve(
    _ node: YAMLNode, model: String, gpu: String, precision: String?
  ) -> ServiceCurve? {
    let shapes = ["batch", "affine", "smooth_max", "time"]
    let keys = shapes + ["cv", "sharing", "measured_up_to"] + Self.vouchers
    guard let section = section(node, "a curve", keys: keys) else { return nil }
    let cv = section["cv"].map { number($0, in: 0...10) ?? 0 } ?? 0
    let sharing = section["sharing"].flatMap { self.sharing($0) } ?? []
    guard let key = choice(of: shapes, in: section), let form = section[key],
      let shape = shape(key, form)
    else { return nil }
    var upTo: Int?
    if case .table(let points) = shape { upTo = points.last?.batch }
    if let stated = section["measured_up_to"] { upTo = integer(stated, in: 1...100_000) }
    let subject = "curve \(model) on \(gpu)" + (precision.map { " \($0)" } ?? "")
    let value = "{\(key): \(form.flowText)}"
    return ServiceCurve(
      gpu: gpu, precision: precision, shape: shape, cv: cv, sharing: sharing, measuredUpTo: upTo,
      provenance: voucher(section, subject: subject, value: value))
  }

  private mutating func shape(_ key: String, _ node: YAMLNode) -> ServiceCurve.Shape? {
    switch key {
    case "batch": return table(node)
    case "affine": return affine(node)
    case "smooth_max": return smoothMax(node)
    default: return distribution(node).map { .random($0) }
    }
  }

  private mutating func affine(_ node: YAMLNode) -> ServiceCurve.Shape? {
    guard let section = section(node, "`affine`", keys: ["base", "per_item"]),
      let baseNode = required("base", in: section),
      let slopeNode = required("per_item", in: section), let base = seconds(baseNode),
      let slope = base > 0 ? seconds(slopeNode) : positiveSeconds(slopeNode)
    else { return nil }
    return .affine(base: base, perItem: slope)
  }

  private mutating func smoothMax(_ node: YAMLNode) -> ServiceCurve.Shape? {
    let keys = ["floor", "per_item", "sharpness"]
    guard let section = section(node, "`smooth_max`", keys: keys),
      let floorNode = required("floor", in: section),
      let slopeNode = required("per_item", in: section),
      let powerNode = required("sharpness", in: section), let floor = positiveSeconds(floorNode),
      let slope = positiveSeconds(slopeNode), let power = number(powerNode, in: 1...20)
    else { return nil }
    return .smoothMax(floor: floor, perItem: slope, sharpness: power)
  }

  private mutating func table(_ node: YAMLNode) -> ServiceCurve.Shape? {
    guard let entries = node.entries, !entries.isEmpty else {
      report(
        .type(field: "batch", found: node.kind, expected: "a mapping of batch sizes to times"),
        at: node)
      return nil
    }
    var points: [ServiceCurve.Point] = []
    for entry in entries {
      guard let size = key(entry, in: 1...100_000), let time = positiveSeconds(entry.value) else {
        return nil
      }
      points.append(.init(batch: size, seconds: time))
    }
    points.sort { $0.batch < $1.batch }
    if points.count > 1, points[points.count - 1].seconds < points[points.count - 2].seconds {
      report(.fallingCurve, at: node, against: nil)
      return nil
    }
    return .table(points)
  }

  /// A key that is a whole number.
  private mutating func key(_ entry: YAMLNode.Entry, in range: ClosedRange<Int>) -> Int? {
    let node = YAMLNode(
      content: .scalar(entry.key, isPlain: true), place: entry.keyPlace,
      name: entry.value.namePlace == nil ? entry.key : "batch size")
    return integer(node, in: range)
  }

  /// The throughput of k copies over one, for k from 1.
  private mutating func sharing(_ node: YAMLNode) -> [Double]? {
    guard let entries = node.entries else {
      report(
        .type(field: "sharing", found: node.kind, expected: "a mapping of copies to shares"),
        at: node)
      return nil
    }
    var shares: [Int: Double] = [1: 1]
    for entry in entries {
      guard let copies = key(entry, in: 1...64), let share = share(entry.value, atMost: 64),
        within(0.001...64, share, entry.value, unit: "") != nil
      else { return nil }
      shares[copies] = share
    }
    let most = shares.keys.max() ?? 1
    if let gap = (1...most).first(where: { shares[$0] == nil }) {
      report(.sharingGap(gap), at: node, against: nil)
      return nil
    }
    return (1...most).compactMap { shares[$0] }
  }
}
