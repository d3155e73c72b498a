/// What headroom knows without being told: machines and their prices, models and their service
/// curves, the stages of cold starts, spot markets. Every figure has its source and its date.
public struct Catalog: Sendable {
  /// Machines that one can rent, by provider, then by GPU.
  public var instances: [CatalogInstance]
  /// Models with their measured service curves, by task.
  public var models: [CatalogModel]
  /// Stages of a cold start, in the order in which an instance goes through them.
  public var starts: [CatalogStart]
  /// How long spot instances last, by zone.
  public var spotMarkets: [CatalogSpotMarket]

  /// A catalog of the given entries; names must be unique within each kind.
  public init(
    instances: [CatalogInstance], models: [CatalogModel], starts: [CatalogStart],
    spotMarkets: [CatalogSpotMarket]
  ) {
    self.instances = instances
    self.models = models
    self.starts = starts
    self.spotMarkets = spotMarkets
  }

  /// The catalog that comes with headroom.
  public static let builtIn = Catalog(
    instances: CatalogInstance.aws + CatalogInstance.azure + CatalogInstance.googleCloud
      + CatalogInstance.others,
    models: CatalogModel.segmentation + CatalogModel.medical + CatalogModel.detection
      + CatalogModel.detectionSSD + CatalogModel.classification
      + CatalogModel.classificationTensorRT,
    starts: CatalogStart.builtIn, spotMarkets: CatalogSpotMarket.builtIn)

  /// The machine called `name`, or nil; upper and lower case count as the same.
  public func instance(named name: String) -> CatalogInstance? {
    let wanted = name.lowercased()
    return instances.first { $0.name == wanted }
  }

  /// The model called `name`, or nil.
  public func model(named name: String) -> CatalogModel? {
    models.first { $0.name == name }
  }

  /// The stage of a cold start called `name`, or nil.
  public func start(named name: String) -> CatalogStart? {
    starts.first { $0.name == name }
  }

  /// The spot market called `name`, or nil.
  public func spotMarket(named name: String) -> CatalogSpotMarket? {
    spotMarkets.first { $0.name == name }
  }
}
