import Capacity
import Kernel

extension CatalogListing {
  /// The names of the columns of `rows`.
  public static let header: [String] = [
    "kind", "name", "gpu", "precision", "quantity", "batch", "value", "unit", "source", "date",
  ]

  /// One fact a row, for `--format csv`: cells as in `header`, not quoted, empty where a column
  /// does not apply. A distribution is given as a scenario writes it, with the unit empty.
  public var rows: [[String]] {
    catalog.instances.flatMap(rows(of:)) + catalog.models.flatMap(rows(of:))
      + catalog.starts.map(row(of:)) + catalog.spotMarkets.map(row(of:))
  }

  private func rows(of entry: CatalogInstance) -> [[String]] {
    func row(_ quantity: String, _ value: String, _ unit: String, _ source: String, _ date: String)
      -> [String]
    {
      ["instance", entry.name, entry.gpu, "", quantity, "", value, unit, source, date]
    }
    var rows = [
      row("gpus", String(entry.gpus), "count", entry.onDemandSource, entry.onDemandDate),
      row(
        "on_demand", shortDecimal(entry.onDemand.dollarsPerHour, places: 9), "usd_per_hour",
        entry.onDemandSource, entry.onDemandDate),
    ]
    if let spot = entry.spot {
      rows.append(
        row(
          "spot", shortDecimal(spot.dollarsPerHour, places: 9), "usd_per_hour", entry.spotSource,
          entry.spotDate))
    }
    if let memory = entry.gpuMemory {
      rows.append(row("gpu_memory", String(memory.count), "bytes", "maker's data sheet", ""))
    }
    return rows
  }

  private func rows(of model: CatalogModel) -> [[String]] {
    model.curves.flatMap { curve in
      func row(_ quantity: String, batch: Int?, _ value: Double, _ unit: String) -> [String] {
        [
          "model", model.name, curve.gpu, curve.precision ?? "", quantity,
          batch.map { String($0) } ?? "", shortDecimal(value, places: 9), unit,
          curve.provenance.source, curve.provenance.date,
        ]
      }
      let times = curve.measuredPoints.map {
        row("batch_time", batch: $0.batch, $0.seconds, "s")
      }
      let sharing = curve.sharing.enumerated().map {
        row("throughput_of_\($0.offset + 1)_copies", batch: 1, $0.element, "ratio")
      }
      return times + sharing
    }
  }

  private func row(of entry: CatalogStart) -> [String] {
    [
      "start", entry.name, "", "", entry.stage, "", entry.distribution.catalogText, "",
      entry.provenance.source, entry.provenance.date,
    ]
  }

  private func row(of entry: CatalogSpotMarket) -> [String] {
    [
      "spot_market", entry.name, "", "", "up_time", "", entry.upTime.catalogText, "",
      entry.provenance.source, entry.provenance.date,
    ]
  }
}
