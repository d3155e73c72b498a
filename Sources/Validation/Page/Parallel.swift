/// Work spread over threads; the result does not depend on how.
enum Parallel {
  /// What `body` makes of each item, in the order of the items.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) throws -> Result
  ) async throws -> [Result] {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      for (index, item) in items.enumerated() {
        group.addTask { (index, try body(item)) }
      }
      var found: [(Int, Result)] = []
      for try await result in group { found.append(result) }
      return found.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
