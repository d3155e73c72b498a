import ScenarioFiles
import Testing

@Suite struct LocalFileTests {
  @Test func `a file is read to its last byte`() throws {
    let bytes = try LocalFile.read(path: #filePath)
    #expect(bytes.starts(with: Array("import ScenarioFiles".utf8)))
    #expect(bytes.last == 0x0A)
  }

  @Test func `a folder and a missing file are told apart`() {
    let folder = String(#filePath.dropLast("LocalFileTests.swift".count))
    #expect(throws: FileProblem.isFolder) { try LocalFile.read(path: folder) }
    #expect(throws: FileProblem.notFound) { try LocalFile.read(path: folder + "none.yaml") }
  }
}
