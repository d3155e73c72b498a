/// The scenario that `headroom init` writes.
public enum ScenarioTemplate {
  /// A commented scenario to start from; `name` must be `[a-z0-9][a-z0-9._-]*`.
  ///
  /// It compares a fixed fleet with one that scales, and runs within seconds.
  public static func text(name: String) -> String {
    """
    # yaml-language-server: $schema=headroom.schema.json
    # (`headroom schema --out headroom.schema.json` writes it, for editors that complete and check.)
    # A question for headroom: who uses the service, what might serve them, what must hold.
    # Every quantity carries its unit. docs/scenarios.md has all the keys.
    headroom: 1
    name: \(name)
    about: Video effects for calls, a fixed fleet against one that follows the day.
    clock: {start: 2026-03-02T00:00, measure: 1d, warm_up: 1h}
    replications: 5

    demand:
      calls:
        # Sessions alive together: a cosine over the day, highest at two in the afternoon.
        sessions: {concurrent: {low: 2, peak: 16, peak_at: "14:00"}}
        duration: {lognormal: {median: 10min, p90: 45min}}
        stream: {rate: 8fps, resolution: 1280x720, jitter: {normal: {sd: 4ms}}}
        network: {round_trip: {shifted_lognormal: {shift: 20ms, median: 8ms, sigma: 0.9}}}
        # A frame whose result is back later than this is late.
        deadline: 250ms

    models:
      blur:
        # GPU, then the time of a batch by its size. Measure this first: it decides most.
        on: {T4: {batch: {1: 20ms, 2: 34ms, 4: 62ms}}}
        memory: 2GB

    architectures:
      fixed:
        serve:
          model: blur
          batching: {max: 4}
          queue: {limit: 2 per stream, when_full: drop_oldest}
          routing: sticky_least_streams
        pools: {main: {instance: g4dn.xlarge, count: 4}}
      scaled:
        like: fixed        # all of `fixed`, but for what is given here
        pools:
          main:
            min: 1
            max: 6
            start: {boot: {lognormal: {median: 90s, p90: 150s}}, image: 6GB at 1Gbps, load: 20s}
        autoscaler: {pool: main, hpa: {metric: gpu_utilization, target: 60%}}

    # What every candidate is held against.
    objectives: {p95_latency: <= 150ms, late_or_dropped: <= 2%, cost: <= $2000/month}

    """
  }
}
