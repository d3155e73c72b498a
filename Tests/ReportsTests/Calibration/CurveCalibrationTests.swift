import Reports
import Statistics
import Testing

@Suite struct CurveCalibrationTests {
  private func calibration(
    _ subject: CurveCalibration.Subject, _ times: [Int: Double], warnings: [String] = []
  ) throws -> CurveCalibration {
    let timings = BatchTimings(times.map { BatchTiming(batch: $0.key, seconds: $0.value) })
    let head = CalibrationHead(
      file: "b.csv", about: "curve", source: "b.csv", date: "2026-08-30", warnings: warnings)
    return CurveCalibration(
      head: head, comparison: try #require(CurveComparison(timings.points)), timings: timings,
      subject: subject)
  }

  @Test func `names are made such as scenarios allow`() throws {
    let subject = CurveCalibration.Subject(
      model: ".ResNet 50:v1", gpu: "A100-80GB", precision: "FP16 + XLA")
    let yaml = try calibration(subject, [1: 0.01, 2: 0.02]).yaml
    #expect(
      yaml == """
        models:
          resnet-50-v1:
            on:
              "A100-80GB FP16-+-XLA":
                batch:
                  1: 10ms
                  2: 20ms
                measured_up_to: 2
                source: "b.csv"
                calibrated: 2026-08-30

        """)
  }

  @Test func `what nobody said is left to be named`() throws {
    let yaml = try calibration(.init(), [1: 0.01, 2: 0.02]).yaml
    #expect(yaml.contains("  model:\n    on:\n      GPU:  # its name; or run again with --gpu\n"))
  }

  @Test func `two points are not judged`() throws {
    let text = try calibration(.init(gpu: "T4"), [1: 0.01, 2: 0.02]).text(style: Style())
    #expect(text.contains("table: 2 batch sizes are too few to leave one out and judge a form."))
    #expect(text.contains("▸ table                 -"))
  }

  @Test func `a table that falls at its end is warned about`() throws {
    let falling = try calibration(.init(gpu: "T4"), [1: 0.01, 2: 0.03, 4: 0.02])
    #expect(falling.text(style: Style(width: 200)).contains("! the largest batch is faster"))
    #expect(!falling.yaml.contains("batch:"))
  }

  @Test func `a screen without Unicode is ASCII`() throws {
    let times = [1: 0.00477, 2: 0.00527, 4: 0.00675, 8: 0.01016, 16: 0.01755, 64: 0.06456]
    let curve = try calibration(.init(gpu: "T4"), times, warnings: ["mind the gap"])
    let text = curve.text(style: Style(unicode: false))
    #expect(text.utf8.count == text.unicodeScalars.count)
    #expect(text.contains("! mind the gap\n"))
    #expect(text.contains("> smooth_max"))
  }
}
