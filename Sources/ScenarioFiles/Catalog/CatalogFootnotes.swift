/// Numbers sources in the order in which they are first cited.
struct CatalogFootnotes {
  private(set) var notes: [String] = []

  /// The mark of a source, such as `[3]`; empty for no source.
  mutating func mark(_ source: String, date: String) -> String {
    if source.isEmpty { return "" }
    let note = date.isEmpty ? source : "\(source), \(date)"
    if let index = notes.firstIndex(of: note) { return "[\(index + 1)]" }
    notes.append(note)
    return "[\(notes.count)]"
  }
}
