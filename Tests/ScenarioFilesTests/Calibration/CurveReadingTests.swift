import ScenarioFiles
import Testing

@Suite struct CurveReadingTests {
  private func curve(
    _ text: String, _ values: [String: String] = [:], batch: Int? = nil
  ) throws -> CurveMeasurements {
    try Measured.file(text).curve(.init(values, batch: batch))
  }

  @Test func `batch and latency are enough`() throws {
    let found = try curve("\u{FEFF}batch,latency_ms\r\n1,10\r\n2,18.5\r\n2,19.5\r\n")
    #expect(found.layout == .own)
    #expect(found.rows.map(\.batch) == [1, 2, 2])
    #expect(found.rows.map(\.seconds) == [0.01, 0.0185, 0.0195])
    #expect(found.rows.map(\.line) == [2, 3, 4])
  }

  @Test func `a flag chooses among GPUs whatever its case`() throws {
    let text = "gpu,batch,latency_ms\nT4,1,10\nL4,1,5\nT4,2,18\n"
    let found = try curve(text, ["gpu": "t4"])
    #expect(found.rows.map(\.seconds) == [0.01, 0.018])
    #expect(found.identity == ["gpu": "T4"])
  }

  @Test func `a flag says what the file does not`() throws {
    #expect(try curve("batch,latency_ms\n1,10\n", ["gpu": "T4"]).rows.count == 1)
  }

  @Test func `the tables' layout tells throughput that contradicts latency`() throws {
    let text = """
      model,input,gpu,precision,batch,throughput_per_s,latency_ms_mean,source
      m,,T4,FP16,1,100,10,a
      m,,T4,FP16,2,100,30,a
      m,,T4,FP16,4,200,,a
      """
    let found = try curve(text)
    #expect(found.layout == .table)
    #expect(found.rows.map(\.isInconsistent) == [false, true, false])
    #expect(found.rows.map(\.seconds) == [0.01, 0.03, 0.02])
    #expect(found.fromThroughput == 1)
    #expect(found.sources == ["a"])
    #expect(found.identity == ["model": "m", "gpu": "T4", "precision": "FP16"])
  }

  @Test func `copies that share a GPU are told apart`() throws {
    let text = """
      model,gpu,concurrent_partitions,batch,latency_ms,throughput_per_s_one_partition
      m,T4,1,1,60,16.667
      m,T4,2,1,125,8
      """
    let found = try curve(text)
    #expect(found.rows.map(\.copies) == [1, 2])
  }

  /// The rows of the example in perf_analyzer's own documentation.
  @Test func `perf_analyzer's microseconds of computing are added up`() throws {
    let text = """
      Concurrency,Inferences/Second,Client Send,Network+Server Send/Recv,Server Queue,\
      Server Compute Input,Server Compute Infer,Server Compute Output,Client Recv,\
      p50 latency,p90 latency,p95 latency,p99 latency
      1,69.2,225,2148,64,206,11781,19,0,13891,18795,19753,21018
      3,84.2,237,1768,21673,209,11742,17,0,35398,43984,47085,51701
      """
    let found = try curve(text, batch: 4)
    #expect(found.layout == .perfAnalyzer)
    #expect(found.rows.map(\.batch) == [4])
    #expect(found.rows.map(\.seconds) == [0.012006])
    #expect(found.concurrent == 1)
    #expect(
      Measured.complaint { () throws(Diagnostics) in
        try Measured.file(text).curve(.init())
      }.hasPrefix("m.csv:1:1: error[measurements]: perf_analyzer does not write the batch size"))
  }

  @Test func `perf_analyzer's file may have a column of batch sizes`() throws {
    let text = """
      Batch,Concurrency,Inferences/Second,Server Compute Input,Server Compute Infer,\
      Server Compute Output
      1,1,69.2,200,11781,19
      8,1,84.2,800,61742,58
      """
    #expect(try curve(text).rows.map(\.seconds) == [0.012, 0.0626])
  }

  @Test(arguments: [
    (
      "batch,latency_ms\n1,x\n",
      "m.csv:2:3: error[trace-row]: `latency_ms` is \"x\", expected a number above 0\n"
    ),
    (
      "batch,latency_ms\n1,-3\n",
      "m.csv:2:3: error[trace-row]: `latency_ms` is \"-3\", expected a number above 0\n"
    ),
    (
      "batch,latency_ms\n1,0\n",
      "m.csv:2:3: error[trace-row]: `latency_ms` is \"0\", expected a number above 0\n"
    ),
    (
      "batch,latency_ms\n1.5,3\n",
      "m.csv:2:1: error[trace-row]: `batch` is \"1.5\", expected a whole number from 1 to 100000\n"
    ),
    ("batch,latency_ms\n1\n", "m.csv:2:2: error[trace-row]: the row has no `latency_ms`\n"),
    (
      "batch,latency_ms\n1,nan\n",
      "m.csv:2:3: error[trace-row]: `latency_ms` is \"nan\", expected a number above 0\n"
    ),
    ("batch,latency_ms\n", "m.csv:1:1: error[measurements]: the file has a header and no rows\n"),
    ("", "m.csv:1:1: error[measurements]: the file is empty\n"),
    (
      "size,ms\n1,3\n",
      "m.csv:1:1: error[measurements]: the columns `size`, `ms` are no layout known for curve\n"
    ),
    (
      "gpu,batch,latency_ms\nT4,1,3\nL4,1,2\n",
      "m.csv:1:1: error[measurements]: the rows have several values of `gpu`\n"
    ),
  ])
  func `a file that cannot be used is told where`(text: String, complaint: String) {
    let found = Measured.complaint { () throws(Diagnostics) in
      try Measured.file(text).curve(.init())
    }
    #expect(found == complaint)
  }

  @Test func `what is not UTF-8 is located`() {
    let bytes = Array("batch,latency_ms\n1,é".utf8) + [0xC3, 0x0A]
    let found = Measured.complaint { () throws(Diagnostics) in try Measured.file(bytes: bytes) }
    #expect(found == "m.csv:2:4: error[encoding]: byte 21 is not UTF-8\n")
  }

  @Test func `a GPU that is not there is told with those that are`() {
    do {
      _ = try Measured.file("gpu,batch,latency_ms\nT4,1,3\nL4,1,2\n").curve(.init(["gpu": "T5"]))
      Issue.record("it was read")
    } catch {
      #expect(
        error.description == """
          error[measurements]: no row has "T5" in `gpu`
            m.csv:1:1
            1 │ gpu,batch,latency_ms
              │ ^^^ did you mean `T4`?

          """)
    }
  }

  @Test func `the layouts are listed where none is known`() {
    do {
      _ = try Measured.file("size,ms\n1,3\n").kind(asked: nil)
      Issue.record("it was understood")
    } catch {
      #expect(error.description.contains("curve: batch,latency_ms\n"))
      #expect(error.description.contains("arrivals: t_seconds,count\n"))
    }
  }
}
