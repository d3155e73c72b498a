import Capacity
import Foundation
import Kernel
import ScenarioFiles
import Testing

/// Traces of availability and of prices in the zones of a market.
@Suite struct SpotTraceTests {
  /// The sample with one zone, whose line is 18, and a pool that buys there.
  static func text(_ zone: String) -> String {
    Sample.replacing(
      "architectures:", "markets:\n  m:\n    zones:\n      a: \(zone)\narchitectures:"
    ).replacing("count: 2", with: "count: 2, spot: {market: m}")
  }

  static func supply(_ keys: String, _ rows: String?) -> Reading {
    Reading(
      text("{trace: {file: t.csv\(keys)}, price: $0.2/h}"),
      files: rows.map { ["s/t.csv": $0] } ?? [:])
  }

  static func price(_ rows: String) -> Reading {
    Reading(
      text("{up_time: 1h, down_time: 5min, price: {trace: {file: t.csv}}}"),
      files: ["s/t.csv": rows])
  }

  static func zone(_ reading: Reading) throws -> SpotZone {
    let scenario = try #require(reading.scenario, "\(reading.concise)")
    guard case .market(let market) = scenario.architectures[0].pools[0].purchase else {
      throw Surprise()
    }
    return market.region.zones[0]
  }

  static func levels(_ keys: String, _ rows: String) throws -> TimedSteps<Int> {
    guard case .replay(let steps) = try zone(supply(keys, rows)).supply else { throw Surprise() }
    return steps
  }

  struct Surprise: Error {}

  static let good = "t_seconds,available\n0,4\n27,12\n108.5,5\n"

  @Test func `a trace of availability is read`() throws {
    let steps = try Self.levels("", Self.good)
    #expect(
      steps.steps == [
        .init(at: .zero, value: 4), .init(at: .seconds(27), value: 12),
        .init(at: .milliseconds(108_500), value: 5),
      ])
    #expect(steps.ending == .hold && steps.offset == .zero)
  }

  @Test func `a bad hour is put at an hour of the clock`() throws {
    let keys = ", time: t, available: n, from: 95min, at: 14h, at_end: loop"
    let steps = try Self.levels(keys, "n,t\n3,0\n2,9000\n")
    #expect(steps.ending == .loop && steps.offset == .minutes(95) - .hours(14))
    #expect(steps.value(at: .zero + .hours(14)) == steps.value(at: .zero + .hours(14 + 5)))
  }

  @Test func `a trace of prices is read in dollars an hour`() throws {
    let price = try Self.zone(Self.price("t_seconds,price\n0,0.1578\n3600,0.21\n")).price
    #expect(price.price(at: .zero).nanodollarsPerHour == 157_800_000)
    #expect(price.price(at: .zero + .hours(1)).nanodollarsPerHour == 210_000_000)
  }

  @Test(arguments: [
    ("0,0.1\n60,0.2\n30,0.3\n", "trace-row 4:1+2"), ("0,0.1\n0,0.2\n", "trace-row 3:1+1"),
    ("0,-1\n", "trace-row 2:3+2"), ("0,$2\n", "trace-row 2:3+2"),
    ("0,nan\n", "trace-row 2:3+3"), ("0,100001\n", "trace-row 2:3+6"),
  ])
  func `a price that cannot be is told at its row`(rows: String, spot: String) {
    #expect(Self.price("t_seconds,price\n" + rows).spots == [spot])
  }

  @Test(
    arguments: [
      ("", nil, "trace-file 18:25+5"),
      ("", "", "trace-file 18:25+5"),
      ("", "t_seconds,available\n", "trace-file 18:25+5"),
      ("", "t_seconds,n\n0,5\n", "trace-file 18:25+5"),
      ("", "t_seconds,available\n0,5\n60,4\n30,3\n", "trace-row 4:1+2"),
      ("", "t_seconds,available\n0,5\n0,4\n", "trace-row 3:1+1"),
      ("", "t_seconds,available\n0,5\n60,-1\n", "trace-row 3:4+2"),
      ("", "t_seconds,available\n0,5\n60,1.5\n", "trace-row 3:4+3"),
      ("", "t_seconds,available\n0,5\n60,many\n", "trace-row 3:4+4"),
      ("", "t_seconds,available\n0,5\n60\n", "trace-row 3:3+1"),
      ("", "t_seconds,available\n-1,5\n", "trace-row 2:1+2"),
      ("", "t_seconds,available\n1e30,5\n", "trace-row 2:1+4"),
      (", at_end: loop", "t_seconds,available\n0,5\n", "trace-file 18:25+5"),
      (", at_end: stop", good, "unknown-name 18:40+4"),
      (", ending: loop", good, "unknown-key 18:32+6"),
      (", at: -1h", good, "range 18:36+3"),
    ] as [(String, String?, String)])
  func `a trace that cannot be used is told where`(keys: String, rows: String?, spot: String) {
    #expect(Self.supply(keys, rows).spots == [spot])
  }

  @Test func `the trace that is shipped is read`() throws {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let path = "/\(root)/scenarios/traces/spot-bamboo-g4dn-us-east-1c.csv"
    let rows = String(decoding: try LocalFile.read(path: path), as: UTF8.self)
    let steps = try Self.levels("", rows).steps
    let drops = zip(steps, steps.dropFirst()).map { $0.value - $1.value }.filter { $0 > 0 }
    // The summary of the trace: 35 drops of 85 instances in all, of twelve at most.
    #expect(drops.count == 35 && drops.reduce(0, +) == 85)
    #expect(steps.map(\.value).max() == 12)
  }
}
