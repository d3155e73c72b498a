import Capacity

/// The catalog as people and programs read it: the text and the rows of `headroom catalog`.
public struct CatalogListing: Sendable {
  /// What is listed.
  let catalog: Catalog
  /// The word that entries were chosen by, or nil for all.
  let word: String?

  /// A listing of `catalog`, or of what matches `word`.
  ///
  /// Case does not count. An entry matches when its name, provider, region, GPU, stage or
  /// description contains the word; of a model that matches by GPU or precision alone, only those
  /// curves are listed.
  public init(of catalog: Catalog = .builtIn, matching word: String? = nil) {
    self.word = word
    guard let word = word?.lowercased(), !word.isEmpty else {
      self.catalog = catalog
      return
    }
    self.catalog = Catalog(
      instances: catalog.instances.filter { $0.matches(word) },
      models: catalog.models.compactMap { $0.part(matching: word) },
      starts: catalog.starts.filter { $0.matches(word) },
      spotMarkets: catalog.spotMarkets.filter { $0.matches(word) })
  }

  /// Whether nothing matches.
  public var isEmpty: Bool {
    catalog.instances.isEmpty && catalog.models.isEmpty && catalog.starts.isEmpty
      && catalog.spotMarkets.isEmpty
  }
}

/// Whether `text` contains `word`, which is in lower case.
private func contains(_ text: String, _ word: String) -> Bool {
  text.lowercased().contains(word)
}

extension CatalogInstance {
  fileprivate func matches(_ word: String) -> Bool {
    [name, provider, region, gpu].contains { contains($0, word) }
  }
}

extension CatalogModel {
  fileprivate func part(matching word: String) -> CatalogModel? {
    if contains(name, word) || contains(about, word) { return self }
    var part = self
    part.curves = curves.filter { contains($0.gpu, word) || contains($0.precision ?? "", word) }
    return part.curves.isEmpty ? nil : part
  }
}

extension CatalogStart {
  fileprivate func matches(_ word: String) -> Bool {
    [name, stage, provenance.value].contains { contains($0, word) }
  }
}

extension CatalogSpotMarket {
  fileprivate func matches(_ word: String) -> Bool {
    [name, provenance.value].contains { contains($0, word) }
  }
}
