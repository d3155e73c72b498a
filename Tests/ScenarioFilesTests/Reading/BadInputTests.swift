import Capacity
import ScenarioFiles
import Testing

/// One wrong thing at a time: where it is told, and under which name.
@Suite struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    let spots: [String]
    init(_ old: String, _ new: String, _ spots: String...) {
      (self.old, self.new, self.spots) = (old, new, spots)
    }
    var testDescription: String { "\(old) → \(new)" }
  }

  static let values: [Case] = [
    Case("deadline: 200ms", "deadline: 200", "unit 10:15+3"),
    Case("deadline: 200ms", "deadline: 200GB", "unit 10:15+5"),
    Case("deadline: 200ms", "deadline: [1s]", "type 10:15+4"),
    Case("deadline: 200ms", "deadline: 1:30", "number 10:15+4"),
    Case("deadline: 200ms", "deadline: 010", "number 10:15+3"),
    Case("deadline: 200ms", "deadline: nan", "number 10:15+3"),
    Case("deadline: 200ms", "deadline: 1e400s", "number 10:15+6"),
    Case("deadline: 200ms", "deadline: -1s", "range 10:15+3"),
    Case("deadline: 200ms", "deadline: 11000d", "range 10:15+6"),
    Case("deadline: 200ms", "deadline:", "missing-key 10:5+8"),
    Case("    deadline: 200ms\n", "", "missing-key 5:3+5"),
    Case("rate: 8fps", "rate: 8", "unit 8:20+1"),
    Case("rate: 8fps", "rate: -8fps", "range 8:20+5"),
    Case("rate: 8fps", "rate: 20000fps", "range 8:20+8"),
    Case("rate: 8fps", "rate: 8fps, resolution: 720p", "type 8:38+4"),
    Case("$0.40/h", "0.40", "unit 14:47+4"),
    Case("$0.40/h", "$-1/h", "range 14:47+5"),
    Case("name: sample", "name: Sample 1", "name 2:7+8"),
    Case("headroom: 1", "headroom: 2", "version 1:11+1"),
    Case("count: 2", "count: 2.5", "type 18:42+3"),
    Case("count: 2", "count: no", "number 18:42+2"),
    Case("max: 4", "max: 200000", "range 21:33+6"),
    Case("name: sample", "name: sample\nreplications: 20000", "range 3:15+5"),
    Case("name: sample", "name: sample\nseed: -1", "range 3:7+2"),
    Case("warm_up: 1h", "warm_up: 400d", "range 3:31+4"),
    Case("measure: 1d", "measure: 1d, start: 2026-02-30T00:00", "type 3:29+16"),
    Case("duration: 10min", "duration: {normal: {sd: 1s}, constant: 5s}", "contradiction 7:44+2"),
    Case("duration: 10min", "duration: {lognormal: {median: 9s, p90: 3s}}", "contradiction 7:45+2"),
    Case("duration: 10min", "duration: {mixture: []}", "type 7:25+2"),
    Case(
      "duration: 10min", "duration: {mixture: [{weight: -1, constant: 1s}]}", "range 7:35+2"),
    Case("duration: 10min", "duration: {uniform: {low: 3s, high: 1s}}", "contradiction 7:41+2"),
    Case("duration: 10min", "duration: 1ns", "range 6:28+1"),
  ]

  static let demand: [Case] = [
    Case("{concurrent: 5}", "{rate: -3/s}", "range 6:22+4"),
    Case("{concurrent: 5}", "{rate: 3}", "unit 6:22+1"),
    Case("{concurrent: 5}", "{rate: 1000000/s}", "range 6:22+9"),
    Case("{concurrent: 5}", "{concurrent: 5, rate: 3/s}", "contradiction 6:37+3"),
    Case("{concurrent: 5}", "{steps: [{at: 0s, factor: 1}]}", "missing-key 6:5+8"),
    Case("{concurrent: 5}", "{clients: 5, think: 1s}", "contradiction 6:25+1"),
    Case("{concurrent: 5}", "{concurrent: 5, profile: [1, 2]}", "contradiction 6:40+6"),
    Case(
      "{concurrent: 5}", "{concurrent: 5, bursts: {height: 20x, on: 30s, off: 5min}}",
      "contradiction 6:48+3"),
    Case(
      "{concurrent: 5}", "{concurrent: {low: 9, peak: 3, peak_at: \"14:00\"}}",
      "contradiction 6:43+1"),
    Case(
      "{concurrent: 5}", "{concurrent: {low: 1, peak: 3, peak_at: 14}}", "type 6:55+2"),
    Case(
      "{concurrent: 5}",
      "{concurrent: 5, steps: [{at: 9s, factor: 1}, {at: 8s, factor: 2}]}",
      "contradiction 6:65+2"),
    Case("    stream: {rate: 8fps}\n", "", "contradiction 6:28+1", "contradiction 7:15+5"),
    Case("    duration: 10min\n", "", "missing-key 5:3+5"),
    Case("deadline: 200ms", "deadline: 20ms", "deadline 10:15+4"),
  ]

  static let architectures: [Case] = [
    Case("min: 1, max: 4", "min: 5, max: 4", "contradiction 21:33+1"),
    Case("count: 2", "count: 2, min: 1", "contradiction 18:50+1"),
    Case("count: 2", "size: 2", "missing-key 18:13+4", "unknown-key 18:35+4"),
    Case("T4: {batch", "L4: {batch", "no-curve 18:30+3"),
    Case(
      "T4: {batch: {1: 10ms, 2: 18ms}}", "T4 fp16: {batch: {1: 9ms}}, T4 int8: {batch: {1: 4ms}}",
      "precision 18:30+3"),
    Case("memory: 2GB", "memory: 20GB", "memory 18:30+3"),
    Case("{model: light,", "{model: light, lanes: 9,", "memory 17:34+1"),
    Case("{model: light,", "{model: lite,", "unknown-name 17:20+4"),
    Case("instance: box", "instance: bix", "unknown-name 18:30+3"),
    Case("like: fixed", "like: fixd", "unknown-name 20:11+4"),
    Case("like: fixed", "like: scaled", "like 20:11+6"),
    Case("pool: main,", "pool: mian,", "unknown-name 22:24+4"),
    Case("pools: {main: {min: 1, max: 4}}", "x-pools: 1", "contradiction 22:24+4"),
    Case("target: 70%", "target: 700%", "range 22:69+4"),
    Case("metric: gpu_utilization", "metric: cpu", "unknown-name 22:44+3"),
    Case(
      "routing: sticky_least_streams", "routing: sticky", "unknown-name 17:36+6"),
    Case(
      "{model: light,", "{model: light, batching: {max: 4, preferred: [2, 8]},",
      "contradiction 17:61+1"),
    Case(
      "{model: light,", "{model: light, queue: {limit: 2 per user},", "type 17:42+10"),
    Case("{model: light,", "{model: light, queue: {drop_late: yes},", "type 17:46+3"),
    Case("1: 10ms, 2: 18ms", "1: 10ms, 2: -1ms", "range 12:41+4"),
    Case("1: 10ms, 2: 18ms", "1: 10ms, 2: 8ms", "contradiction 12:28+17"),
    Case(
      "count: 2}", "count: 2, spot: {up_time: 1h}}", "missing-key 18:45+4"),
    Case("p95_latency:", "p95_latncy:", "unknown-metric 23:14+10"),
    Case("<= 150ms", "<= 150", "unit 23:27+6"),
    Case("<= 150ms", "<= $5", "number 23:27+5"),
    Case("<= 150ms", "150ms", "type 23:27+5"),
    Case("objectives:", "objective:", "unknown-key 23:1+9"),
  ]

  @Test(arguments: values + demand + architectures)
  func `a wrong value is told where it stands`(_ wrong: Case) {
    #expect(Reading(Sample.replacing(wrong.old, wrong.new)).spots == wrong.spots)
  }

  @Test func `requests do not stick to instances`() {
    let text = Sample.replacing("    stream: {rate: 8fps}\n", "")
      .replacing("    duration: 10min\n", with: "").replacing("concurrent: 5", with: "rate: 5/s")
    #expect(Reading(text).spots == ["routing 15:36+20"])
  }

  @Test func `the same wrong thing under two architectures is told once`() {
    let reading = Reading(Sample.replacing("routing: sticky_least_streams", "rooting: hash"))
    #expect(reading.spots == ["unknown-key 17:27+7"])
  }

  @Test func `all problems are told at once in the order of the file`() {
    let text = Sample.replacing("8fps", "8").replacing("min: 1, max: 4", with: "min: 5, max: 4")
      .replacing("name: sample", with: "nam: sample")
    let spots = Reading(text).spots
    #expect(spots == ["unknown-key 2:1+3", "unit 8:20+1", "contradiction 21:33+1"])
  }
}
