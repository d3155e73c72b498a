import Capacity
import Kernel

/// How much GPU time the users of one replication ask for, over the whole future.
///
/// In GPU-seconds each second, at the best batch size, on one kind of instance: the most that any
/// policy could know. The span is cut into equal bins; a stream counts in every bin that it
/// touches, requests by the number that start in the bin.
struct WorkProfile {
  /// The width of a bin.
  let width: SimDuration
  /// GPU-seconds a second, by bin, from the beginning.
  private(set) var work: [Double]

  private static let mostBins: Int64 = 100_000

  init(
    _ scenario: Scenario, workPerFrame: Double, random: RandomSource
  ) {
    let clock = scenario.clock
    let span = clock.end - clock.beginning
    let least = SimDuration(nanoseconds: span.nanoseconds / Self.mostBins + 1)
    width = max(.seconds(1), least)
    let bins = Int((span.nanoseconds - 1) / width.nanoseconds) + 1
    work = Array(repeating: 0, count: bins)
    for population in scenario.populations {
      let group = randomGroup(of: population.name)
      switch (population.kind, population.arrivals) {
      case (_, .closedLoop(let clients, let think)):
        let rate = Double(clients) / max(think.mean + workPerFrame, 1e-9)
        for bin in work.indices { work[bin] += rate * workPerFrame }
      case (.request, _):
        addRequests(population, group, clock, random, each: workPerFrame)
      case (.stream(let stream), _):
        addStreams(population, stream, group, clock, random, workPerFrame)
      }
    }
  }

  private mutating func addRequests(
    _ population: Population, _ group: Int, _ clock: Clock, _ random: RandomSource,
    each workPerFrame: Double
  ) {
    var starts = ArrivalSequence(population, group: group, clock: clock, random: random)
    while let start = starts.next() {
      work[bin(of: start, clock)] += workPerFrame / width.seconds
    }
  }

  private mutating func addStreams(
    _ population: Population, _ stream: StreamDemand, _ group: Int, _ clock: Clock,
    _ random: RandomSource, _ workPerFrame: Double
  ) {
    var change = Array(repeating: 0, count: work.count + 1)
    var starts = ArrivalSequence(population, group: group, clock: clock, random: random)
    var number = 0
    while let start = starts.next() {
      let end = start + random.sessionLength(of: number, stream, group: group)
      number += 1
      change[bin(of: start, clock)] += 1
      change[bin(of: min(end, clock.end - .nanoseconds(1)), clock) + 1] -= 1
    }
    var streams = 0
    for bin in work.indices {
      streams += change[bin]
      work[bin] += Double(streams) * workPerFrame / stream.period.seconds
    }
  }

  private func bin(of instant: SimTime, _ clock: Clock) -> Int {
    Int((instant - clock.beginning).nanoseconds / width.nanoseconds)
  }

  /// The replicas needed from each instant on, when each may do `capacity` GPU-seconds a second:
  /// a step function with a step only where the number changes.
  func required(capacity: Double, from beginning: SimTime) -> [(time: SimTime, replicas: Int)] {
    var steps: [(time: SimTime, replicas: Int)] = []
    for bin in work.indices {
      // A hair less, so that a whole number of full replicas is not one more.
      let replicas = Int(Elementary.ceiling(work[bin] / capacity - 1e-9))
      if steps.last?.replicas != replicas {
        steps.append((beginning + width * Int64(bin), replicas))
      }
    }
    return steps
  }
}

extension RandomSource {
  /// How long a session lasts: the same whoever asks.
  func sessionLength(of number: Int, _ stream: StreamDemand, group: Int) -> SimDuration {
    var lengths = self.stream(.sessionLength, group: group, entity: number)
    let length = SimDuration(seconds: stream.duration.draw(lengths.nextUniform()))
    return max(length, SimDuration(nanoseconds: 1))
  }
}

extension ServiceCurve {
  /// The least GPU time that a frame can take, in seconds, over batch sizes and lanes in use.
  func leastWork(maxBatch: Int, lanes: Int) -> Double {
    let perFrame = (1...maxBatch).map { seconds(ofBatch: $0) / Double($0) }
    let perLane = (1...lanes).map { slowdown(busyLanes: $0) / Double($0) }
    return (perFrame.min() ?? 0) * (perLane.min() ?? 1)
  }
}
