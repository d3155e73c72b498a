/// A line of waiting values, oldest first.
///
/// Adding and taking are amortised constant time and allocate nothing once the line has been as
/// long as it gets.
struct RequestLine<Element: Sendable>: Sendable {
  private var places: [Element] = []
  /// The place of the oldest; those before it are spent.
  private var head = 0

  var count: Int { places.count - head }
  var isEmpty: Bool { head == places.count }

  /// The value that came `index` values after the oldest; there must be so many.
  subscript(index: Int) -> Element { places[head + index] }

  mutating func append(_ element: Element) { places.append(element) }

  /// Takes the oldest value; there must be one.
  mutating func removeFirst() -> Element {
    let first = places[head]
    head += 1
    if head == places.count {
      removeAll()
    } else if head >= 64, 2 * head >= places.count {
      places.removeSubrange(..<head)
      head = 0
    }
    return first
  }

  /// Takes the value at an index out of the line; linear in the values after it, but for the first.
  mutating func remove(at index: Int) -> Element {
    index == 0 ? removeFirst() : places.remove(at: head + index)
  }

  mutating func removeAll() {
    places.removeAll(keepingCapacity: true)
    head = 0
  }
}
