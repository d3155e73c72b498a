import Foundation
import Testing

/// The sum check on every ledger line that a run has written.
enum CostSums {
  /// Expects that the lines of `costs.csv` add up to the intervals of `timeline.csv` for every
  /// architecture and replication, and on average over replications to the metric `cost`, to the
  /// last digit.
  static func check(_ files: [String: Data], _ scenario: String) throws {
    let costs = try sums(files["costs.csv"], column: "usd")
    let intervals = try sums(files["timeline.csv"], column: "cost_usd")
    #expect(!intervals.isEmpty, "\(scenario)")
    for (key, amount) in intervals {
      #expect(costs[key, default: 0] == amount, "\(scenario), \(key)")
    }
    for row in try rows(files["summary.csv"]) where row["metric"] == "cost" {
      let name = try #require(row["architecture"])
      let parts = costs.filter { $0.key.hasPrefix(name + ",") }.map(\.value)
      let mean = parts.map { Double($0) / 1e9 }.reduce(0, +) / Double(parts.count)
      let told = try #require(row["mean"].flatMap { Double($0) })
      #expect(abs(mean - told) <= 1e-12 * mean, "\(scenario), \(name)")
    }
  }

  /// Nanodollars by architecture and replication.
  private static func sums(_ data: Data?, column: String) throws -> [String: Int64] {
    var sums: [String: Int64] = [:]
    for row in try rows(data) {
      let key = "\(row["architecture"] ?? ""),\(row["replication"] ?? "")"
      sums[key, default: 0] += try nanodollars(try #require(row[column]))
    }
    return sums
  }

  /// An amount of exactly nine decimals.
  private static func nanodollars(_ text: String) throws -> Int64 {
    #expect(text.split(separator: ".").last?.count == 9)
    return try #require(Int64(text.filter { $0 != "." }))
  }

  /// Rows of a file without quoted fields in the columns of interest, by the names of its columns.
  private static func rows(_ data: Data?) throws -> [[String: String]] {
    let text = String(decoding: try #require(data), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { fields in
      Dictionary(zip(header, fields), uniquingKeysWith: { first, _ in first })
    }
  }
}
