import Autoscaling
import Capacity
import Kernel

extension Replay {
  /// The looks of a policy, one by one.
  public struct Looks: IteratorProtocol {
    private let replay: Replay
    private var policy: any ScalingPolicy
    private var feeds: [MetricFeed]
    private var fleet: FollowedFleet
    /// The first reading that has not been taken in.
    private var taken = 0
    /// When the metrics were scraped last.
    private var scraped: SimTime
    private var now: SimTime

    init(_ replay: Replay) {
      self.replay = replay
      policy = replay.scaler.policy
      feeds = replay.scaler.metrics.map { _ in MetricFeed(replay.scaler.feed) }
      let first = replay.observed.readings[0]
      fleet = FollowedFleet(first, limits: replay.limits)
      now = first.time
      scraped = first.time
    }

    /// The next look, or nil after the last reading.
    public mutating func next() -> Step? {
      guard let last = replay.observed.readings.last, now <= last.time else { return nil }
      let reading = takeIn()
      let seen = see(reading)
      let decision = policy.decide(seen, at: now)
      let decided = replay.limits.bounded(decision.replicas)
      fleet.ask(for: decided, at: now)
      defer { now = now + policy.interval }
      return Step(
        time: now, recorded: reading.replicas, told: seen.wanted, decided: decided,
        recommended: decision.recommended, reason: decision.reason, seen: seen.metrics)
    }

    /// Takes in the readings up to now, scraping the last one again where the next is further off
    /// than a scrape, and gives the last of them.
    private mutating func takeIn() -> ObservedPool.Reading {
      let readings = replay.observed.readings
      while true {
        let isLast = taken == readings.count
        if taken > 0, isLast || readings[taken].time > scraped + replay.scaler.feed.scrape {
          guard scraped + replay.scaler.feed.scrape <= now else { break }
          scraped = scraped + replay.scaler.feed.scrape
        } else {
          guard readings[taken].time <= now else { break }
          scraped = readings[taken].time
          taken += 1
        }
        record(readings[taken - 1])
      }
      return readings[taken - 1]
    }

    private mutating func record(_ reading: ObservedPool.Reading) {
      let ready = fleet.ready(at: scraped)
      for (feed, column) in replay.columns.enumerated() {
        var value = reading.values[column]
        if replay.mode == .follow, replay.scaler.metrics[feed] == .gpuUtilization,
          let share = value
        {
          let work = share * Double(reading.ready)
          value = ready > 0 ? Swift.min(1, work / Double(ready)) : nil
        }
        feeds[feed].record(value, at: scraped)
      }
    }

    private mutating func see(_ reading: ObservedPool.Reading) -> PoolObservation {
      var metrics: [Double?] = []
      for feed in feeds.indices {
        while let reading = feeds[feed].nextVisible(at: now) {
          policy.take(MetricSample(metric: feed, time: reading.time, value: reading.value))
        }
        metrics.append(feeds[feed].average(at: now))
      }
      switch replay.mode {
      case .shadow:
        return PoolObservation(
          wanted: reading.replicas, ready: reading.ready,
          starting: Swift.max(0, reading.replicas - reading.ready), metrics: metrics)
      case .follow:
        let ready = fleet.ready(at: now)
        return PoolObservation(
          wanted: fleet.wanted, ready: ready, starting: fleet.wanted - ready, metrics: metrics)
      }
    }
  }
}
