import Autoscaling
import Kernel
import Testing

/// Runs the facts about the Knative Pod Autoscaler on the parts that it is made of.
struct KPAConformanceTests {
  @Test(arguments: Vector.all("kpa"))
  func `the Knative autoscaler does what the original does`(_ vector: Vector) throws {
    switch vector.kind {
    case "decide": try decide(vector)
    case "start_state": try startState(vector)
    case "loop": try loop(vector)
    case "scale_to_zero": try scaleToZero(vector)
    case "window_linear": try window(vector, .linear)
    case "window_weighted": try window(vector, .weightedExponential)
    case "smoothing_coefficient":
      let buckets = try #require(vector.input["num_buckets"]?.int)
      vector.check([
        "coefficient": .number(MetricWindow.smoothingCoefficient(buckets: buckets))
      ])
    case "max_window": try maxWindow(vector)
    case "resolve_target": try resolveTarget(vector)
    case "panic_window": try panicWindow(vector)
    case "activator_count": try activators(vector)
    case "scrape_sample_size":
      let population = try #require(vector.input["population"]?.int)
      vector.check(["sample": .int(ScrapeSample.size(population: population))])
    case "initial_ebc": try initialCapacity(vector)
    default: vector.unknownKind()
    }
  }

  private func startState(_ vector: Vector) throws {
    let ready = try #require(vector.input["ready_pods_at_start"]?.int)
    let spec = KnativeDecider.Spec(
      target: 1, burstCapacity: ExcessBurstCapacity(total: 1, target: 0))
    let decider = KnativeDecider(spec, readyPods: ready, at: .zero)
    vector.check([
      "panic": .bool(decider.isPanicking), "max_panic_pods": .int(decider.maxPanicPods),
    ])
  }

  private func window(_ vector: Vector, _ averaging: MetricWindow.Averaging) throws {
    let input = vector.input
    let tolerance = vector.expect["tolerance"]?.double ?? 1e-9
    var window = MetricWindow(
      span: try input.span(of: "window_s"), granularity: try input.span(of: "granularity_s"),
      averaging: averaging)
    for (index, operation) in try #require(input["ops"]?.array).enumerated() {
      let now = try operation.instant(of: "t_s")
      var actual: Double?
      switch try #require(operation["op"]?.string) {
      case "record": window.record(try #require(operation["value"]?.double), at: now)
      case "resize": window.resize(to: try operation.span(of: "window_s"), at: now)
      case "average": actual = window.average(at: now)
      case "sum": actual = window.sum(at: now)
      default: vector.unknownKind()
      }
      guard var actual else { continue }
      if let digits = operation["round_digits"]?.int {
        let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
        actual = (actual * scale).rounded() / scale
      }
      let want = try #require(operation["want"]?.double)
      let wanted = JSONValue.number(want)
      let differences = JSONValue.number(actual).differences(from: wanted, tolerance: tolerance)
      #expect(differences.isEmpty, "\(vector.id) operation \(index): \(differences)")
    }
  }

  private func maxWindow(_ vector: Vector) throws {
    var window = MaxWindow(size: try #require(vector.input["size"]?.int))
    var currents: [JSONValue] = []
    for record in try #require(vector.input["records"]?.array) {
      let pair = try #require(record.array)
      window.record(try #require(pair[1].int), at: try #require(pair[0].int64))
      currents.append(.int(window.current))
    }
    vector.check(["current": .int(window.current), "current_after_each": .array(currents)])
  }

  private func resolveTarget(_ vector: Vector) throws {
    let input = vector.input
    let config = try #require(input["config"])
    var settings = KnativeTarget.Settings()
    let metric = try #require(input["metric"]?.string)
    settings.metric = try #require(KnativeTarget.Metric(rawValue: metric))
    settings.containerConcurrency = try #require(input["container_concurrency"]?.int)
    settings.target = input["target_annotation"]?.double
    settings.utilization = input["utilization_annotation_pct"]?.double.map { $0 / 100 }
    settings.concurrencyUtilizationDefault = try #require(
      config["container_concurrency_target_fraction"]?.double)
    settings.concurrencyDefault = try #require(
      config["container_concurrency_target_default"]?.double)
    settings.rpsDefault = try #require(config["rps_target_default"]?.double)
    settings.rpsUtilizationDefault = try #require(config["target_utilization"]?.double)
    let target = KnativeTarget(settings)
    vector.check(["target": .number(target.value), "total": .number(target.total)])
  }

  private func panicWindow(_ vector: Vector) throws {
    let window = KnativeMetrics.panicWindow(
      stable: try vector.input.span(of: "stable_window_s"),
      percentage: try #require(vector.input["panic_window_pct"]?.double))
    vector.check(["panic_window_s": .number(window.seconds)])
  }

  private func activators(_ vector: Vector) throws {
    let input = vector.input
    let capacity = try burstCapacity(input)
    let count = capacity.activators(
      readyPods: try #require(input["ready_pods"]?.int),
      activatorCapacity: try #require(input["activator_capacity"]?.double))
    vector.check(["activators": .int(count)])
  }

  /// Before its first decision an autoscaler knows its excess, but no number of pods.
  private func initialCapacity(_ vector: Vector) throws {
    let scale = try #require(vector.input["initial_scale"]?.int)
    vector.check([
      "desired": .int(RevisionScaler.unknown),
      "ebc": .int(try burstCapacity(vector.input).initial(scale: scale)),
    ])
  }

  private func burstCapacity(_ input: JSONValue) throws -> ExcessBurstCapacity {
    ExcessBurstCapacity(
      total: try #require(input["total_value"]?.double),
      target: try #require(input["target_burst_capacity"]?.double))
  }
}

extension JSONValue {
  /// A length given in seconds.
  func span(of key: String) throws -> SimDuration {
    SimDuration(seconds: try #require(self[key]?.double))
  }

  /// An instant given in seconds.
  func instant(of key: String) throws -> SimTime { SimTime.zero + (try span(of: key)) }
}
