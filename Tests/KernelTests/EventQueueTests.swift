import Kernel
import Testing

@Suite struct EventQueueTests {
  enum Kind: UInt8, BitwiseCopyable { case first, second, third, fourth }

  private static func precedes(_ a: (Int64, UInt8, Int), _ b: (Int64, UInt8, Int)) -> Bool {
    a < b
  }

  @Test(arguments: 0..<60)
  func `events leave by time, then kind, then entity`(seed: Int) {
    var words = RandomWords(seed: UInt64(seed))
    var queue = EventQueue<Kind>()
    var model: [(Int64, UInt8, Int)] = []
    let isEmpty = Self.isDry(&queue)
    #expect(isEmpty)
    for entity in 0..<500 {
      let time = Int64(words.next() % 40) - 20
      let kind = Kind(rawValue: UInt8(words.next() % 4)) ?? .first
      queue.schedule(kind, at: SimTime(nanoseconds: time), entity: entity)
      model.append((time, kind.rawValue, entity))
      guard words.next() % 3 == 0 else { continue }
      Self.expectNext(&queue, &model)
    }
    #expect(queue.count == model.count)
    while !model.isEmpty { Self.expectNext(&queue, &model) }
    let isDry = Self.isDry(&queue)
    #expect(isDry)
  }

  private static func isDry(_ queue: inout EventQueue<Kind>) -> Bool {
    if case .none = queue.next() { return true }
    return false
  }

  private static func expectNext(
    _ queue: inout EventQueue<Kind>, _ model: inout [(Int64, UInt8, Int)]
  ) {
    guard let place = model.indices.min(by: { precedes(model[$0], model[$1]) }),
      let event = queue.next()
    else {
      Issue.record("the queue ran dry")
      return
    }
    let expected = model.remove(at: place)
    #expect((event.time.nanoseconds, event.kind.rawValue, event.entity) == expected)
  }
}
