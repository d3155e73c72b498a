import Testing

/// The batchers against the originals' own tests and what follows from their source.
@Suite struct BatcherTests {
  @Test(arguments: Vector.all("batcher"))
  func `a batcher forms the batches of the original`(vector: Vector) throws {
    switch vector.kind {
    case "triton": try TritonVector(vector).check()
    case "torchserve": try TorchServeVector(vector).check()
    case "ray_batch": try RayBatchVector(vector).check()
    default: vector.unknownKind()
    }
  }
}
