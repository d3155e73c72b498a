public import Capacity

/// The figures of a run, replication by replication, kept to compare later runs against.
public struct Baseline: Hashable, Sendable {
  /// One figure of one architecture.
  public struct Figure: Hashable, Sendable {
    /// Which figure.
    public var metric: Metric
    /// Its value in each replication from 0, in the metric's unit; nil where there was no sample.
    public var values: [Double?]

    /// A figure.
    public init(metric: Metric, values: [Double?]) {
      self.metric = metric
      self.values = values
    }
  }

  /// One architecture with its figures.
  public struct Design: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its figures, each metric once.
    public var figures: [Figure]

    /// An architecture with its figures.
    public init(name: String, figures: [Figure]) {
      self.name = name
      self.figures = figures
    }

    /// The values of a metric, or nil when it is not recorded.
    public subscript(metric: Metric) -> [Double?]? {
      figures.first { $0.metric == metric }?.values
    }
  }

  /// What made it.
  public var origin: BaselineOrigin
  /// The architectures in the order of the scenario, each name once.
  public var designs: [Design]

  /// A baseline of the given parts.
  public init(origin: BaselineOrigin, designs: [Design]) {
    self.origin = origin
    self.designs = designs
  }

  /// The figures of a finished run that `metrics` name.
  public init(_ comparison: Comparison, metrics: [Metric], origin: BaselineOrigin) {
    self.origin = origin
    designs = comparison.results.map { result in
      Design(
        name: result.architecture.name,
        figures: metrics.map { metric in
          Figure(metric: metric, values: result.replications.map { $0.metrics[metric] })
        })
    }
  }

  /// The architecture of a name, or nil.
  public subscript(name: String) -> Design? { designs.first { $0.name == name } }
}
