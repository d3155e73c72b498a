import Capacity

extension Explanation {
  /// How it looks in a scenario, on the screen or in a file; one line or several.
  package var example: String {
    switch kind {
    case .metric: Metric(rawValue: word).map(Self.objective) ?? ""
    case .category: "costs.csv: optimized,0,main,,\(word),12.340000000"
    case .reason: "decisions.csv: …,autoscaler,main,scale_up,\(word),2,3"
    case .decision: decisionExample
    case .diagnostic: Self.diagnosticExamples[word] ?? ""
    case .refusal: Self.refusalExamples[word] ?? ""
    case .warning: Self.warningExamples[word] ?? ""
    case .word: Self.wordExamples[word] ?? ""
    }
  }

  private static func objective(_ metric: Metric) -> String {
    let limit =
      switch (metric, metric.unit) {
      case (.framesServed, _), (.framesOffered, _): ">= 1000000"
      case (.utilization, _): ">= 40%"
      case (_, .dollars): metric.isWhole ? "<= $2500" : "<= $0.05"
      case (_, .milliseconds): "<= 150ms"
      case (_, .ratio): "<= 1%"
      case (_, .count): "<= 20"
      }
    return "objectives: {\(metric.rawValue): \(limit)}"
  }

  private var decisionExample: String {
    let row =
      switch word {
      case "add_nodes", "remove_nodes":
        "node_provisioner,main,\(word),\(word == "add_nodes" ? "pending pods" : "unneeded nodes")"
      case "stock_out": "provider,main,stock_out,no machine is to be had"
      case "notice", "interruption": "spot_market,main,\(word),capacity is taken back"
      case "fallback", "return_to_spot": "spot_market,main,\(word),…"
      case "crash", "outage": "failure,main,\(word),…"
      case "scale_up", "scale_down": "autoscaler,main,\(word),ratio to target"
      default: "budget,,\(word),80% of the budget is spent"
      }
    return "decisions.csv: optimized,0,3600,\(row),4,4"
  }

  private static let diagnosticExamples = [
    "file": "headroom compare nowhere.yaml",
    "encoding": "A file saved as UTF-16, or with a NUL in it.",
    "range": "share: 170% where at most 100% is possible",
    "tab": "A line that begins with a tab: indent with blanks.",
    "nesting": "A hundred brackets within each other.",
    "syntax": "serve: {model: light      # the brace is not closed",
    "alias": "deadline: *limit          # and no &limit above",
    "duplicate-key": "count: 2 and, in the same pool, count: 3",
    "unknown-key": "autoscaller: {…}          # autoscaler",
    "missing-key": "A population without deadline.",
    "type": "pools: 3                  # a mapping of names to pools",
    "unit": "boot: 90                  # 90s or 90min",
    "number": "count: three",
    "name": "My Pool: {…}              # my-pool",
    "unknown-name": "model: lihgt              # light",
    "unknown-metric": "objectives: {p95_latncy: <= 150ms}",
    "version": "headroom: 2               # this version reads 1",
    "contradiction": "min: 24 and max: 16",
    "no-curve": "A pool of L4 and a model with curves on T4 alone.",
    "precision": "A model on T4 int8 and T4 fp16, and no precision: in serve.",
    "memory": "lanes: 4 of a model of 6 GB on a GPU of 16 GB",
    "deadline": "deadline: 20ms where the network alone takes 28ms",
    "routing": "routing: sticky_hash for a population of requests",
    "like": "a: {like: b} and b: {like: a}",
    "trace-file": "trace: {file: nowhere.csv}",
    "trace-row": "arrivals.csv:10412        # a count of -3",
    "measurements": "A file for headroom calibrate with one batch size only.",
  ]

  private static let refusalExamples = [
    "arguments": "headroom run a.yaml --only x --only y",
    "baseline": "headroom check a.yaml --baseline b.baseline.json",
    "chart": "headroom plot notebooks-out/a --chart dya   # day",
    "command": "headroom comapre a.yaml   # compare",
    "duplicate-name": "headroom check a.yaml copy-of-a.yaml",
    "no-objectives": "headroom check a.yaml, and a.yaml has no objectives",
    "no-sample": "objectives: {p95_latency: <= 150ms} and no frame was answered",
    "nothing-to-check": "headroom check a.yaml --only an-architecture-of-b",
    "output": "headroom init a, and a.yaml is there already",
    "png": "headroom plot notebooks-out/a --chart day --out day.png",
    "run-files": "headroom report a-directory-without-a-manifest",
    "tolerance": "headroom check a.yaml --tolerance utilization=2%",
    "which": "headroom run a.yaml       # --only NAME",
  ]

  private static let warningExamples = [
    "overloaded": "A fleet for 360 streams that meets 412 from 20:05 to 21:20.",
    "not-steady": "A span that ends at the evening's peak.",
    "beyond-curve": "Batches of 12, and measured_up_to: 8.",
    "at-max": "max: 10 where the policy asks for 13 every evening.",
    "short-horizon": "clock: {measure: 6h} with a daily demand.",
    "warm-up-short": "warm_up: 10min where sessions last an hour.",
    "precision-cap": "headroom compare a.yaml --precision 1% --max-replications 20",
    "few-replications": "headroom compare a.yaml --replications 2",
    "price-old": "as_of: 2024-10-01 in a scenario of 2026",
    "curve-unsourced": "on: {T4: {batch: {1: 125ms}}}   # no source:",
    "baseline-unpaired": "A baseline of --seed 1, a check of --seed 2.",
    "baseline-new": "An architecture that was added since.",
    "baseline-unjudged": "A baseline of one replication.",
  ]

  private static let wordExamples = [
    "frame": "A camera at 8fps sends 28,800 an hour.",
    "session": "A call of ten minutes at 8fps is one session of 4,800 frames.",
    "population": "demand: {meetings: {…}, webinars: {…}}",
    "architecture": "architectures: {initial: {…}, optimized: {like: initial, …}}",
    "pool": "pools: {main: {instance: g4dn.xlarge, min: 2, max: 10}}",
    "instance": "instance: g4dn.xlarge     # headroom catalog lists them",
    "lane": "lanes: 2 on a machine of 4 GPUs are 8 lanes",
    "batch": "batching: {max: 4, max_delay: 20ms}",
    "station": "latency.csv: optimized,meetings,queue,0.95,12.5,…",
    "deadline": "deadline: 200ms",
    "served": "frames_served of timeline.csv, served of the screen",
    "busy": "busy 41% of two lanes: 0.82 of them serve on average",
    "warm-up": "clock: {measure: 7d, warm_up: 2h}",
    "replication": "replications: 20, or --replications 20",
    "interval": "31.9 ±0.2 is from 31.7 to 32.1",
    "verdict": "✗ 1.4% ±0.1 against a limit of 1%",
    "objective": "objectives: {p95_latency: <= 150ms, cost: <= $2500/month}",
    "spot": "spot: {up_time: {weibull: {shape: 0.66, scale: 3h}}, notice: 2min}",
    "cold-start": "start: {boot: 90s, image: 6GB at 1Gbps, load: 20s, warm_up: 5s}",
    "measured": "{affine: {base: 5ms, per_item: 36ms}, source: bench, measured: 2026-08-30}",
    "assumed": "{batch: {1: 125ms}}       # nobody says who measured it",
  ]
}
