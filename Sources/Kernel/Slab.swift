/// A fixed or growing run of plain values, owned by one holder: the hot loops' memory.
///
/// Reads and writes check their index and nothing else: no reference count, no copy on write.
/// The unsafe memory is touched in this file only.
@safe
public struct Slab<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<Element>
  @usableFromInline var capacity: Int
  @usableFromInline var size: Int

  /// The number of elements.
  @inlinable public var count: Int { size }

  /// `count` copies of `value`.
  @inlinable public init(repeating value: Element, count: Int) {
    capacity = Swift.max(count, 1)
    unsafe base = .allocate(capacity: capacity)
    unsafe base.initialize(repeating: value, count: count)
    size = count
  }

  /// The elements of an array.
  @inlinable public init(_ elements: [Element]) {
    capacity = Swift.max(elements.count, 1)
    unsafe base = .allocate(capacity: capacity)
    size = elements.count
    for index in elements.indices { unsafe (base + index).initialize(to: elements[index]) }
  }

  deinit { unsafe base.deallocate() }

  /// The element at `index`, in `0..<count`.
  @inlinable public subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: size), "an index within the slab")
      return unsafe base[index]
    }
    @inline(__always) _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: size), "an index within the slab")
      yield unsafe &base[index]
    }
  }

  /// The element at an index that the caller's invariant proves to be in `0..<count`.
  ///
  /// For the innermost loops of a type that guards its indices; checked in debug builds only.
  @inlinable public subscript(proven index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < size, "a proven index within the slab")
      return unsafe base[index]
    }
    @inline(__always) _modify {
      assert(index >= 0 && index < size, "a proven index within the slab")
      yield unsafe &base[index]
    }
  }

  /// Adds an element at the end; amortised constant time.
  @inlinable public mutating func append(_ element: Element) {
    if size == capacity { grow(to: capacity * 2) }
    unsafe (base + size).initialize(to: element)
    size += 1
  }

  /// Removes the last element and returns it; the slab must not be empty.
  @inlinable public mutating func removeLast() -> Element {
    precondition(size > 0, "an element to remove")
    size -= 1
    return unsafe base[size]
  }

  /// Adds all of `elements` at the end.
  @inlinable public mutating func append(contentsOf elements: [Element]) {
    for element in elements { append(element) }
  }

  @usableFromInline mutating func grow(to newCapacity: Int) {
    let moved: UnsafeMutablePointer<Element> = .allocate(capacity: newCapacity)
    unsafe moved.moveInitialize(from: base, count: size)
    unsafe base.deallocate()
    unsafe base = moved
    capacity = newCapacity
  }
}

/// A slab has one owner, so it may move between threads, and be read by several while none writes.
extension Slab: @unchecked Sendable where Element: Sendable {}
