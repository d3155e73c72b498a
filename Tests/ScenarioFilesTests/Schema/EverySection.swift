/// A scenario with every section of the language, not one that makes sense.
enum EverySection {
  /// What every CSV file that it names holds.
  static let rows = """
    t_seconds,count,available,price,duration_s
    0,1,1,0.1,1
    3600,1,2,0.2,2
    7200,1,1,0.1,3

    """

  static let text = """
    headroom: 1
    name: every
    clock: {measure: 1h}
    demand:
      streams:
        sessions:
          concurrent: {low: 1, peak: 2, peak_at: "14:00"}
          steps: [{at: 0s, factor: 1}]
          ramps: [{at: 0s, factor: 1}]
          harmonics: [{amplitude: 10%, peak_at: "14:00"}]
          weekdays: {sat: 40%}
          flash: [{at: 1min, height: 2x, rise: 1min, decay: 1min}]
          bursts: {height: 2x, on: 30s, off: 5min}
        duration: {mixture: [{weight: 1, constant: 3s}, {weight: 2, uniform: {low: 1s, high: 2s}}]}
        stream: {rate: 8fps, jitter: {normal: {sd: 4ms}}, phase: {staggered: 4ms}}
        network: {round_trip: {shifted_lognormal: {shift: 1ms, median: 8ms, sigma: 0.9}}}
        deadline: 1s
        retry: {attempts: 3, backoff: 1s}
        signal: {before: 20s}
      more:
        sessions: {rate: {low: 1/s, peak: 2/s, peak_at: "14:00"}}
        network: {round_trip: {gamma: {mean: 1ms, cv: 1}}}
        deadline: 1s
      replayed:
        sessions: {trace: {file: a.csv}}
        network: {round_trip: {lognormal: {median: 1ms, sigma: 1}}}
        deadline: 1s
      closed:
        sessions: {clients: 4, think: {weibull: {shape: 1, scale: 1s}}}
        network: {round_trip: {empirical: {file: a.csv, column: duration_s}}}
        deadline: 1h
    models:
      m:
        on:
          T4: {affine: {base: 5ms, per_item: 3ms}}
          L4: {smooth_max: {floor: 2ms, per_item: 1ms, sharpness: 2}}
    instances: {box: {gpu: T4, on_demand: $0.4/h, spot: $0.1/h}}
    budget: {amount: $5, period: 1mo, burn_rate: {times: 2, windows: [1h]}, at: {90%: {cap: 4}}}
    markets:
      here:
        shocks: {every: 16h, reach: 90%}
        zones:
          a: {up_time: {constant: 1h}, down_time: 1h, reclaim: {whole: 1}, price: {trace: {file: a.csv}}}
          b: {trace: {file: a.csv}}
    architectures:
      first:
        serve:
          model: m
          batching: {max: 4}
          queue: {limit: 4}
        pools:
          p1: {instance: box, min: 1, max: 4, start: {boot: {catalog: nothing}}}
          p2: {instance: box, min: 1, max: 4, spot: {up_time: 1h}}
          p3: {instance: box, min: 1, max: 4, spot: {market: here}}
          p4:
            instance: box
            min: 1
            max: 4
            start:
              image: {size: 6GB, at: 1Gbps, cache: node}
              load: {size: 1GB, at: 1Gbps, from: other_region}
              warm_up: {frames: 50}
            nodes: {provisioner: karpenter, max: 6}
            stock_outs: [{at: 1h, for: 20min}]
            failures: {mtbf: 30d, mttr: 5min}
            outages: [{at: 2h, for: 10min, share: 50%}]
            stragglers: {share: 5%, factor: 2x}
          p5:
            {instance: box, min: 1, max: 4, nodes: {provisioner: cluster_autoscaler, max: 6}}
          p6: {instance: box, min: 1, max: 4, warm: {count: 1, price: 10%, start: 1s}}
          p7: {instance: box, min: 1, max: 4}
          p8: {instance: box, min: 1, max: 4}
          p9: {instance: box, min: 1, max: 4}
          p10: {instance: box, min: 1, max: 4}
          p11: {instance: box, min: 1, max: 4}
          p12: {instance: box, min: 1, max: 4}
        autoscaler:
          - pool: p1
            hpa:
              metrics: [{metric: streams, target: 5}]
              tolerance: {up: 10%}
              behavior:
                scale_up: {policies: [{pods: 4, period: 15s}]}
                scale_down: {select: max}
          - {pool: p2, kpa: {target: 5}}
          - {pool: p3, keda: {metric: streams, target: 5}}
          - {pool: p4, target_tracking: {metric: streams, target: 5}}
          - pool: p5
            step_scaling:
              metric: streams
              out: {above: 5, steps: [{add: 1}]}
              in: {below: 3, steps: [{remove: 1}]}
          - {pool: p6, mig: {metric: streams, target: 5, scale_in: {most: 2, within: 10min}}}
          - {pool: p7, ray_serve: {look_back: 30s}}
          - {pool: p8, thresholds: {out: {above: {streams: 5}}, in: {below: {streams: 3}}}}
          - {pool: p9, predictive: {metric: streams, target: 5}, schedule: [{at: "20:00", min: 1}]}
          - {pool: p10, clairvoyant: {filling: 70%}}
          - {pools: [p11, p12], cheapest: {metric: streams, carries: {p11: 6, p12: 3}}}
        commitments:
          - reserved: {pool: p6, count: 1, term: 1y, discount: 40%}
          - savings_plan: {hourly: $1/h, term: 1y, discount: 30%}
        charges:
          egress: {per_frame: 20kB, tiers: [{price: $0.09/GB}]}
          model_store: {price: $0.02/GB-month, size: 1GB}
          feature_store: {record: 1kB, price: $0.2/1M}
          telemetry: {price: $0.1/1M}
          requests: {price: $0.2/1M}
          device_energy: {per_frame: 1J, price: $0.3/kWh}
      second:
        serve: {model: m, batching: {triton: {max: 8, default_queue_policy: {max_queue_size: 1}}}}
        pools: {main: {instance: box, count: 1}}
      third:
        serve: {model: m, batching: {torchserve: {batch: 4}}}
        pools: {main: {instance: box, count: 1}}
      fourth:
        serve: {model: m, batching: {ray_serve: {max: 4}}}
        pools: {main: {instance: box, count: 1}}
      fifth:
        serve: {model: m}
        pools:
          fn:
            instance: box
            function: {provisioned: 1}
            start: {boot: 1s}
            billing: {request: {provisioned: {ready: $0.1/h, execution: $0.2/h}}}
      sixth:
        serve: {model: m}
        pools: {fn: {instance: box, function: {limit: 9}, billing: {container: {granule: 1s}}}}

    """
}
