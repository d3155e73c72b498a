import Capacity
import Kernel
import Simulation
import Testing

/// Streams of a serverless pool, ten frames a second, on instances that start in ten seconds.
@Suite struct FunctionStreamTests {
  static func run(
    at seconds: [Double], lasting: Double, _ layer: FunctionLayer, warmUp: SimDuration = .zero
  ) throws -> ReplicationResult {
    try Sample.runFunctions(
      Sample.streams(at: seconds, lasting: lasting),
      Sample.functionPool(layer, start: FunctionPoolTests.slow), measure: .seconds(400),
      warmUp: warmUp, serving: Sample.serving(routing: .stickyLeastStreams))
  }

  @Test func `a stream has an instance to itself, which expires after it`() throws {
    let result = try Self.run(at: [5, 30], lasting: 50, Sample.layer())
    #expect(FunctionPoolTests.lives(result) == [[5, 15, 115], [30, 40, 140]])
    #expect(result.instances.map(\.end) == [.expired, .expired])
    // A hundred frames each are sent while the instance starts.
    #expect(result.populations[0].outcomes[.rejected] == 200)
    #expect(result.populations[0].outcomes[.served] == 800)
    #expect(result.metrics[.coldStartShare] == 1)
  }

  @Test func `a stream that comes in time takes the newest idle instance`() throws {
    let result = try Self.run(at: [0, 10, 100], lasting: 50, Sample.layer())
    // The second is idle from 60, taken from 100 to 150; the first, idle from 50, expires.
    #expect(FunctionPoolTests.lives(result) == [[0, 10, 110], [10, 20, 210]])
    #expect(result.metrics[.coldStartShare] == 2.0 / 3)
    let lived = 110.0 + 200
    #expect(result.metrics[.idleShare] == (60.0 + 40 + 60) / lived)
  }

  @Test func `an instance that expires as a stream comes is not taken`() throws {
    let result = try Self.run(at: [0, 110], lasting: 50, Sample.layer())
    #expect(FunctionPoolTests.lives(result) == [[0, 10, 110], [110, 120, 220]])
  }

  @Test func `all frames of a stream beyond the limit are rejected`() throws {
    let result = try Self.run(at: [0, 20], lasting: 50, Sample.layer(limit: 1))
    #expect(result.instances.count == 1)
    #expect(result.populations[0].outcomes[.rejected] == 600)
    #expect(result.metrics[.coldStarts] == 1)
  }

  @Test func `streams share an instance up to its concurrency`() throws {
    let result = try Self.run(at: [0, 20, 30], lasting: 50, Sample.layer(concurrency: 2))
    #expect(FunctionPoolTests.lives(result) == [[0, 10, 130], [30, 40, 140]])
  }

  @Test func `a stream that ends before its instance is ready leaves it to expire`() throws {
    let result = try Self.run(at: [0], lasting: 5, Sample.layer())
    #expect(FunctionPoolTests.lives(result) == [[0, 10, 70]])
    #expect(result.populations[0].outcomes[.rejected] == 50)
  }

  @Test func `provisioned instances are there and stay`() throws {
    let result = try Self.run(
      at: [5], lasting: 50, Sample.layer(provisioned: 1), warmUp: .seconds(10))
    #expect(FunctionPoolTests.lives(result) == [[-10, -10, 400]])
    #expect(result.metrics[.coldStartShare] == 0)
    #expect(result.populations[0].outcomes[.served] == 500)
    #expect(result.metrics[.idleShare] == 350.0 / 400)
  }
}
