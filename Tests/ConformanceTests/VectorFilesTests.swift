import Testing

struct VectorFilesTests {
  @Test(arguments: ["hpa", "kpa", "keda", "aws", "ray", "batcher", "nodes"])
  func `every system has vectors with different names`(_ system: String) {
    let ids = Vector.all(system).map(\.id)
    #expect(!ids.isEmpty)
    #expect(Set(ids).count == ids.count)
  }
}
