import Capacity
import Kernel

extension CatalogListing {
  /// The listing for a terminal, at most 80 places wide: a table for each kind that has entries,
  /// then the sources that the numbers in brackets stand for. Ends with a line break.
  public var text: String {
    if isEmpty { return "nothing in the catalog matches '\(word ?? "")'\n" }
    var notes = CatalogFootnotes()
    var sections: [[String]] = [
      instanceLines(&notes), modelLines(&notes), startLines(&notes), spotMarketLines(&notes),
    ]
    sections.append(sourceLines(notes))
    let texts = sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    return texts.joined(separator: "\n\n") + "\n"
  }

  private func instanceLines(_ notes: inout CatalogFootnotes) -> [String] {
    if catalog.instances.isEmpty { return [] }
    let columns = CatalogColumns(columns: [
      .left(24), .left(11), .left(7), .right(5), .right(8), .left(4), .right(7), .left(4),
    ])
    var lines = ["instances, dollars an hour"]
    lines.append(columns.line(["name", "region", "GPUs", "each", "demand", "", "spot", ""]))
    for entry in catalog.instances {
      lines.append(
        columns.line([
          entry.name, entry.region, "\(entry.gpus) \(entry.gpu)", memoryText(of: entry),
          decimal(entry.onDemand.dollarsPerHour, places: 4),
          notes.mark(entry.onDemandSource, date: entry.onDemandDate),
          entry.spot.map { decimal($0.dollarsPerHour, places: 4) } ?? "-",
          notes.mark(entry.spotSource, date: entry.spotDate),
        ]))
    }
    return lines
  }

  private func memoryText(of entry: CatalogInstance) -> String {
    entry.gpuMemory.map { "\($0.count / 1_000_000_000)GB" } ?? "-"
  }

  private func modelLines(_ notes: inout CatalogFootnotes) -> [String] {
    if catalog.models.isEmpty { return [] }
    let columns = CatalogColumns(columns: [
      .left(18), .left(5), .left(5), .left(7), .right(9), .right(9), .right(6), .left(5),
    ])
    var lines = ["models, milliseconds for a batch of 1 and of 8; gain in throughput from 1 to 8"]
    lines.append(columns.line(["name", "GPU", "", "batches", "1", "8", "gain", ""]))
    for model in catalog.models {
      for curve in model.curves {
        let mark = notes.mark(curve.provenance.source, date: curve.provenance.date)
        lines.append(columns.line(cells(of: curve, model: model.name, mark: mark)))
      }
    }
    return lines
  }

  private func cells(of curve: ServiceCurve, model: String, mark: String) -> [String] {
    let one = curve.measuredSeconds(ofBatch: 1)
    let eight = curve.measuredSeconds(ofBatch: 8)
    var gain = "-"
    if let one, let eight { gain = decimal(8 * one / eight, places: 2) + "x" }
    return [
      model, curve.gpu, curve.precision ?? "", curve.measuredRange,
      one.map { decimal($0 * 1000, places: 2) } ?? "-",
      eight.map { decimal($0 * 1000, places: 2) } ?? "-", gain, mark,
    ]
  }

  private func startLines(_ notes: inout CatalogFootnotes) -> [String] {
    if catalog.starts.isEmpty { return [] }
    var lines = ["cold starts, by the key under `start:`"]
    for entry in catalog.starts {
      let mark = notes.mark(entry.provenance.source, date: entry.provenance.date)
      lines.append("  \(entry.name) (\(entry.stage)) \(mark)")
      lines += wrapped(entry.distribution.catalogText, first: "      ")
      lines += wrapped(entry.provenance.value, first: "      ")
    }
    return lines
  }

  private func spotMarketLines(_ notes: inout CatalogFootnotes) -> [String] {
    if catalog.spotMarkets.isEmpty { return [] }
    var lines = ["spot markets, `up_time:` until the provider takes an instance back"]
    for entry in catalog.spotMarkets {
      let mark = notes.mark(entry.provenance.source, date: entry.provenance.date)
      lines.append("  \(entry.name) \(mark)")
      lines += wrapped(entry.upTime.catalogText, first: "      ")
      lines += wrapped(entry.provenance.value, first: "      ")
    }
    return lines
  }

  private func sourceLines(_ notes: CatalogFootnotes) -> [String] {
    var lines = ["sources"]
    for (index, note) in notes.notes.enumerated() {
      lines += wrapped(note, first: "  [\(index + 1)] ")
    }
    return lines
  }
}

extension ServiceCurve {
  /// The measured points, in ascending order; empty for a curve that is not a table.
  var measuredPoints: [Point] {
    if case .table(let points) = shape { points } else { [] }
  }

  /// The time of a batch of that size if it was measured.
  fileprivate func measuredSeconds(ofBatch batch: Int) -> Double? {
    measuredPoints.first { $0.batch == batch }?.seconds
  }

  /// The smallest and the largest batch measured, such as `1-8`.
  fileprivate var measuredRange: String {
    guard let first = measuredPoints.first, let last = measuredPoints.last else { return "-" }
    return first.batch == last.batch ? "\(first.batch)" : "\(first.batch)-\(last.batch)"
  }
}
