import Experiments
import Foundation
import Reports
import Testing

@Suite struct ReportFilesTests {
  private func withDirectory(_ body: (String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("headroom-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: root) }
    try body(root + "/avatar")
  }

  private func names(_ directory: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `all files are written and nothing is left beside them`() throws {
    try withDirectory { directory in
      try ReportFiles.write(Sample.report(Sample.three), to: directory + "/")
      #expect(try names(directory) == (ReportFiles.names + [".gitignore"]).sorted())
      #expect(try text(directory + "/.gitignore") == "*\n")
      let parent = String(directory.dropLast("/avatar".count))
      #expect(try names(parent) == ["avatar"])
    }
  }

  @Test func `the same results are the same bytes, and others' files stay`() throws {
    try withDirectory { directory in
      let report = Sample.report(Sample.five)
      try ReportFiles.write(Sample.report(Sample.three), to: directory)
      try "mine".write(toFile: directory + "/notes.txt", atomically: true, encoding: .utf8)
      try ReportFiles.write(report, to: directory)
      let first = try ReportFiles.names.map { try text("\(directory)/\($0)") }
      try ReportFiles.write(report, to: directory)
      #expect(try ReportFiles.names.map { try text("\(directory)/\($0)") } == first)
      #expect(try text(directory + "/notes.txt") == "mine")
      #expect(first[0].contains("l4-static"))
    }
  }

  @Test func `a partial run leaves finished results alone`() throws {
    try withDirectory { directory in
      try ReportFiles.write(Sample.report(Sample.three), to: directory)
      let before = try text(directory + "/manifest.json")
      var partial = Sample.three
      partial.isPartial = true
      let place = try ReportFiles.write(Sample.report(partial), to: directory)
      #expect(place == directory + ".partial")
      #expect(try text(directory + "/manifest.json") == before)
      #expect(try text(place + "/manifest.json").contains("\"partial\": true"))
    }
  }

  @Test func `a directory that cannot be written is an error and leaves nothing`() throws {
    #expect(throws: (any Error).self) {
      try ReportFiles.write(Sample.report(Sample.three), to: "/dev/null/avatar")
    }
  }

  @Test func `the manifest holds what would repeat the run`() {
    let manifest = Sample.report(Sample.three).manifest
    // FNV-1a of the bytes of "headroom: 1\n", computed independently.
    #expect(manifest.contains("\"scenario_digest\": \"fnv1a64:bc0bfcc2b7ceaa95\""))
    #expect(manifest.contains("\"scenario_text\": \"headroom: 1\\n\""))
    #expect(manifest.contains("\"seed\": 1,"))
    #expect(manifest.contains("\"fidelity\": \"frames\""))
    #expect(manifest.contains("\"quality\": \"assumed\""))
  }

  @Test func `the digest is FNV-1a`() {
    #expect(Digest.fnv1a("") == "fnv1a64:cbf29ce484222325")
    #expect(Digest.fnv1a("a") == "fnv1a64:af63dc4c8601ec8c")
    #expect(Digest.fnv1a("foobar") == "fnv1a64:85944171f73967e8")
  }
}
