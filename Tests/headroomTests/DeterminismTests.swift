import Foundation
import Testing

/// The same scenario, seed and version give the same bytes.
@Suite struct DeterminismTests {
  static let scenarios = [
    "smallest", "background-blur", "taxi-day", "gpu-choice", "gpu-choice-a100", "flash-crowd",
    "closed-loop", "mm1", "precision", "factory-cameras", "bursty-requests", "ar-filters",
  ]

  @Test func `every shipped scenario is tested here`() throws {
    let folder = CommandLineTool.root.appendingPathComponent("scenarios")
    let shipped = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    #expect(Set(shipped) == Set(Self.scenarios))
  }

  @Test(arguments: scenarios)
  func `a shipped scenario runs and writes the same bytes on one thread and on two`(
    name: String
  ) throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let file = CommandLineTool.scenario(name)
    for jobs in ["1", "2"] {
      let answer = try headroom(
        "compare", file, "--replications", "2", "--jobs", jobs, "--out", "out-\(jobs)")
      #expect(answer.status == 0, "\(answer.errors)")
      #expect(!answer.output.isEmpty)
    }
    let one = try headroom.files(in: "out-1")
    #expect(one == (try headroom.files(in: "out-2")))
    #expect(one.keys.contains("summary.csv") && one.keys.contains("costs.csv"))
  }
}
