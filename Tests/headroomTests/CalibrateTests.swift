import Foundation
import Testing

/// Each kind of calibration from the file to a scenario that takes what it prints.
@Suite struct CalibrateTests {
  /// A scenario with room for what is pasted.
  private static func scenario(
    models: String = "models:\n  light: {on: {T4: {batch: {1: 10ms}}}}", model: String = "light",
    population: [String] = [], pool: [String] = []
  ) -> String {
    func has(_ lines: [String], _ key: String) -> Bool { lines.contains { $0.hasPrefix(key) } }
    let sessions = has(population, "sessions:") ? [] : ["sessions: {rate: 1/s}"]
    let duration = has(population, "duration:") ? [] : ["duration: 1min"]
    let calls = sessions + duration + ["stream: {rate: 8fps}", "deadline: 200ms"] + population
    let main = ["instance: box", "count: 2"] + pool
    func indented(_ lines: [String], _ spaces: Int) -> String {
      lines.map { String(repeating: " ", count: spaces) + $0 + "\n" }.joined()
    }
    return """
      headroom: 1
      name: pasted
      clock: {measure: 1d}
      demand:
        calls:
      \(indented(calls, 4))\(models)
      instances:
        box: {gpu: T4, gpu_memory: 16GB, on_demand: $0.40/h, spot: $0.10/h}
      architectures:
        fixed:
          serve: {model: \(model), routing: sticky_least_streams}
          pools:
            main:
      \(indented(main, 8))
      """
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  /// That `scenario` is good.
  private static func expectGood(_ scenario: String, _ headroom: CommandLineTool) throws {
    try headroom.write(scenario, to: "pasted.yaml")
    let answer = try headroom("validate", "pasted.yaml")
    #expect(answer.status == 0, "\(answer.errors)\n\(scenario)")
  }

  /// TensorFlow/Classification/ConvNets/resnet50v1.5/README.md#L804 of
  /// NVIDIA/DeepLearningExamples at 729963dd47: T4, AMP.
  private static let resNet = """
    batch,latency_ms
    1,4.77
    2,5.27
    4,6.75
    8,10.16
    16,17.55
    32,32.92
    64,64.56
    128,128.55
    256,257.71

    """

  @Test func `a curve is fitted, explained and taken by a scenario`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    try headroom.write(Self.resNet, to: "bench.csv")
    let flags = ["--gpu", "T4", "--precision", "AMP(FP16)", "--model", "ResNet 50"]
    let answer = try headroom(
      "calibrate", "bench.csv", flags[0], flags[1], flags[2], flags[3], flags[4], flags[5],
      "--date", "2026-08-30", "--source", "our \"bench\"")
    #expect(answer.status == 0, "\(answer.errors)")
    let wanted = """
      headroom calibrate  bench.csv  (curve, layout batch,latency_ms)

      smooth_max predicts best: 0.6% off on average at a batch size it has not seen;
      at worst 0.7% at those it has, at batch 2.

      form             left out  mean off  worst  batch       R²  figures
        affine             6.0%      4.5%   8.8%      1  0.99523  3.42 ms + 0.933 ms·b
      ▸ smooth_max         0.6%      0.4%   0.7%      2  0.99996  4.43 ms or 0.999 ms·b, p 1.48
        table              1.7%      0.0%   0.0%      1  1.00000  9 points
        least squares      -         7.8%  32.0%      1  0.99985  2.25 ms + 0.994 ms·b

      ! a least-squares line has R² 0.99985 and is 32.0% off at batch 1: R² sees the
        large batches only
      measured batch 1 to 256, 9 sizes

      # paste into the scenario
      models:
        resnet-50:
          on:
            "T4 AMP(FP16)":
              smooth_max: {floor: 4.4275ms, per_item: 0.99901ms, sharpness: 1.4799}
              measured_up_to: 256
              source: "our \\"bench\\""
              calibrated: 2026-08-30

      """
    #expect(answer.output == wanted)
    let pasted = try #require(wanted.range(of: "models:"))
    try Self.expectGood(
      Self.scenario(models: String(wanted[pasted.lowerBound...]), model: "resnet-50"), headroom)
  }

  @Test(arguments: ["affine", "smooth_max", "table"])
  func `every form is taken by a scenario`(form: String) throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    try headroom.write(Self.resNet + "256,261.1\n1,4.7\n", to: "bench.csv")
    let answer = try headroom(
      "calibrate", "bench.csv", "--gpu", "T4", "--model", "m", "--form", form, "--yaml")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains(form == "table" ? "batch:" : form + ":"))
    #expect(answer.output.contains("cv: 0.0"))
    try Self.expectGood(Self.scenario(models: answer.output, model: "m"), headroom)
  }

  @Test func `perf_analyzer's files are joined and copies give sharing`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let header =
      "Concurrency,Inferences/Second,Server Compute Input,Server Compute Infer,"
      + "Server Compute Output\n"
    try headroom.write(header + "1,80,200,11781,19\n4,90,200,14000,19\n", to: "b1.csv")
    try headroom.write(header + "1,100,500,39000,50\n", to: "b4.csv")
    let joined = try headroom(
      "calibrate", "b1.csv", "b4.csv", "--batch", "1,4", "--gpu", "T4", "--yaml")
    #expect(joined.status == 0, "\(joined.errors)")
    #expect(joined.output.contains("1: 12ms\n") && joined.output.contains("4: 39.55ms\n"))
    #expect(joined.errors.contains("rows of higher concurrency left out, 1 in all"))
    let shared =
      "model,gpu,concurrent_partitions,batch,latency_ms\nm,T4,1,1,60\nm,T4,1,2,118\n"
      + "m,T4,2,1,125\nm,T4,2,2,240\n"
    try headroom.write(shared, to: "shared.csv")
    let answer = try headroom("calibrate", "shared.csv", "--yaml")
    #expect(answer.output.contains("sharing: {2: 97.2%}"), "\(answer.errors)")
    try Self.expectGood(Self.scenario(models: answer.output, model: "m"), headroom)
  }

  @Test func `rows that contradict themselves are left out and told`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let text = "batch,throughput_per_s,latency_ms\n1,100,10\n2,100,20\n4,100,90\n8,100,80\n"
    try headroom.write(text, to: "bench.csv")
    let answer = try headroom("calibrate", "bench.csv", "--gpu", "T4")
    #expect(answer.output.contains("(line 4): left out"))
    #expect(answer.output.contains("affine: {base: 0ms, per_item: 10ms}"))
    let kept = try headroom("calibrate", "bench.csv", "--gpu", "T4", "--keep-inconsistent")
    #expect(kept.output.contains("kept, as asked"))
    #expect(!kept.output.contains("per_item: 10ms}"))
  }

  /// 400 quantiles of a distribution, which are a sample without luck.
  private static func quantiles(_ quantile: (Double) -> Double) -> String {
    (0..<400).map { "\(quantile((Double($0) + 0.5) / 400))\n" }.joined()
  }

  @Test func `lengths of sessions, starts and spot machines are taken by a scenario`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let weibull = Self.quantiles { 10_800 * pow(-log(1 - $0), 1 / 0.66) }
    try headroom.write("up_time_s\n" + weibull, to: "lives.csv")
    let spot = try headroom("calibrate", "lives.csv", "--date", "2026-08-30", "--yaml")
    #expect(spot.output.hasPrefix("spot:\n  up_time:\n    weibull: {shape: 0.66"), "\(spot.errors)")
    try Self.expectGood(Self.scenario(pool: Self.lines(spot.output)), headroom)
    try headroom.write("load_s\n" + Self.quantiles { -20 * log(1 - $0) }, to: "loads.csv")
    let load = try headroom("calibrate", "loads.csv", "--stage", "load", "--yaml")
    #expect(load.output.hasPrefix("start:\n  load:\n    "), "\(load.errors)")
    try Self.expectGood(Self.scenario(pool: Self.lines(load.output)), headroom)
    try headroom.write("length\n" + weibull, to: "calls.csv")
    let calls = try headroom("calibrate", "calls.csv", "--kind", "sessions")
    #expect(calls.output.contains("weibull is closest: at most 0.0"), "\(calls.errors)")
    let pasted = Self.lines(calls.output).filter { $0.hasPrefix("duration:") }
    #expect(pasted.count == 1)
    try Self.expectGood(Self.scenario(population: pasted), headroom)
  }

  @Test func `the shape of arrivals is taken by a scenario`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let hours = (0..<240).map { hour in
      let wave = cos(2 * Double.pi * (Double(hour % 24) + 0.5 - 20) / 24)
      let burst = hour % 7 < 2 ? 1.6 : 0.8
      return "\(hour * 3_600),\(Int(1_000 * (1 + 0.5 * wave) * burst))\n"
    }
    try headroom.write("t_seconds,count\n" + hours.joined(), to: "starts.csv")
    let answer = try headroom("calibrate", "starts.csv")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("hourly profile's variance"))
    #expect(answer.output.contains("index of dispersion"))
    let pasted = Self.lines(answer.output).drop { $0 != "sessions:" }
    #expect(pasted.contains { $0.contains("harmonics:") || $0.contains("profile:") })
    try Self.expectGood(Self.scenario(population: Array(pasted)), headroom)
    try headroom.write("arrival_s\n0\n1\n2.5\n3\n", to: "few.csv")
    let few = try headroom("calibrate", "few.csv", "--yaml")
    #expect(few.output.contains("rate: 1.3333/s"))
    try Self.expectGood(Self.scenario(population: Self.lines(few.output)), headroom)
  }

  @Test(arguments: [
    ("batch,latency_ms\n1,-3\n", "bench.csv:2:3"),
    ("batch,latency_ms\n1,abc\n", "bench.csv:2:3"),
    ("batch,latency_ms\n1,3\n", "bench.csv:1:1: error[measurements]: a fit needs 2 batch sizes"),
    ("b,ms\n1,3\n", "bench.csv:1:1: error[measurements]: the columns `b`, `ms` are no known"),
    ("", "bench.csv:1:1: error[measurements]: the file is empty"),
    ("duration_s\n5\n5\n", "everything measured is the same"),
    ("arrival_s\n5\n5\n5\n", "everything measured is the same"),
    ("arrival_s\n5\n", "a fit needs 3 arrivals, and has 1"),
  ])
  func `bad measurements end with status 2 and their place`(text: String, words: String) throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    try headroom.write(text, to: "bench.csv")
    let answer = try headroom("calibrate", "bench.csv", "--errors", "concise")
    #expect(answer.status == 2)
    #expect(answer.errors.contains(words), "\(answer.errors)")
    #expect(answer.output.isEmpty)
  }

  @Test func `bad arguments end with status 2`() throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    try headroom.write(Self.resNet, to: "bench.csv")
    #expect(try headroom("calibrate").status == 2)
    #expect(try headroom("calibrate", "none.csv").status == 2)
    #expect(try headroom("calibrate", "bench.csv", "--kind", "speed").status == 2)
    #expect(try headroom("calibrate", "bench.csv", "--date", "yesterday").status == 2)
    #expect(try headroom("calibrate", "bench.csv", "--begins", "25:00").status == 2)
    #expect(try headroom("calibrate", "bench.csv", "--batch", "1,2").status == 2)
    try headroom.write("batch,latency_ms\n1,3\n2,5\n", to: "two.csv")
    let two = try headroom("calibrate", "two.csv", "--form", "smooth_max")
    #expect(two.status == 2)
    #expect(two.errors.contains("2 batch sizes are too few for smooth_max"))
  }
}
