import Capacity
import Kernel

extension ScenarioWalk {
  /// How an architecture serves, with the places that its pools are checked against.
  struct ReadServing {
    var serving: Serving
    var precision: YAMLNode?
    var lanes: YAMLNode?
  }

  mutating func serving(
    _ node: YAMLNode, _ models: [Model], declared: [String], _ populations: [ReadPopulation],
    isServerless: Bool = false
  ) -> ReadServing? {
    let keys = ["model", "precision", "batching", "queue", "routing", "lanes"]
    guard let section = section(node, "`serve`", keys: keys) else { return nil }
    let model = required("model", in: section).flatMap { self.model($0, models, declared) }
    let precision = section["precision"].flatMap { text($0) }
    let batching =
      section["batching"].flatMap { self.batching($0, populations) } ?? ReadBatching()
    let queue = section["queue"].flatMap { self.queue($0) } ?? Queue()
    if let node = section["queue"], let server = batching.server {
      report(.either("queue", or: server.name), at: node, against: server)
    }
    let routing =
      isServerless
      ? Self.serverlessRouting(populations) : self.routing(section, populations, batching.server)
    let lanes = section["lanes"].map { integer($0, in: 1...64) ?? 1 } ?? 1
    guard let model else { return nil }
    let serving = Serving(
      model: model, precision: precision, batching: batching.plain, queue: queue,
      routing: routing, lanesPerGPU: lanes, modelServer: batching.modelServer)
    return ReadServing(
      serving: serving, precision: section["precision"], lanes: section["lanes"])
  }

  /// Streams of a serverless pool stay with an instance.
  private static func serverlessRouting(_ populations: [ReadPopulation]) -> Routing {
    populations.contains { $0.isStream } ? .stickyLeastStreams : .sharedQueue
  }

  /// The model of a name; one that is declared but could not be read is passed over in silence.
  mutating func model(
    _ node: YAMLNode, _ models: [Model], _ declared: [String]
  ) -> Model? {
    guard let name = text(node) else { return nil }
    if let model = models.first(where: { $0.name == name }) { return model }
    if !declared.contains(name) {
      report(.unknownName(kind: "model", name: name, valid: declared), at: node)
    }
    return nil
  }

  /// How batches form, with the place of the model server that does it, if one does.
  private struct ReadBatching {
    var plain = Batching(max: 1)
    var modelServer: ModelServer?
    var server: YAMLNode?
  }

  private mutating func batching(
    _ node: YAMLNode, _ populations: [ReadPopulation]
  ) -> ReadBatching? {
    let plainKeys = ["max", "preferred", "max_delay"]
    guard let section = section(node, "`batching`", keys: plainKeys + Self.modelServers) else {
      return nil
    }
    if let name = section.given(Self.modelServers).first {
      let server = modelServer(section, plainKeys: plainKeys, populations)
      return ReadBatching(modelServer: server, server: section[name])
    }
    let most = section["max"].map { integer($0, in: 1...4_096) ?? 4_096 } ?? 1
    let delay = section["max_delay"].flatMap { duration($0) } ?? .zero
    let preferred = preferredSizes(section, most: most)
    return ReadBatching(plain: Batching(max: most, preferred: preferred, maxDelay: delay))
  }

  /// The sizes of `preferred`, none of which may be above `max`.
  mutating func preferredSizes(_ section: Section, most: Int) -> [Int] {
    var preferred: [Int] = []
    for element in section["preferred"].flatMap({ list($0, of: "batch sizes") }) ?? [] {
      guard let size = integer(element, in: 1...4_096) else { continue }
      if size > most {
        let fault = Contradiction.minAboveMax(
          low: "preferred", lowText: "\(size)", high: "max", highText: "\(most)")
        report(fault, at: element, against: section["max"])
      }
      if let last = preferred.last, last >= size {
        report(.notAscending("preferred"), at: element, against: nil)
      }
      preferred.append(size)
    }
    return preferred
  }

  private mutating func queue(_ node: YAMLNode) -> Queue? {
    let keys = ["limit", "when_full", "drop_late", "max_wait"]
    guard let section = section(node, "`queue`", keys: keys) else { return nil }
    var queue = Queue()
    if let node = section["limit"] {
      if case .sequence(let elements) = node.content {
        for element in elements { readLimit(element, into: &queue) }
      } else {
        readLimit(node, into: &queue)
      }
    }
    if let node = section["when_full"],
      let choice = option(node, of: "way of a full queue", as: Queue.WhenFull.self)
    {
      queue.whenFull = choice
    }
    queue.dropsLate = section["drop_late"].map { flag($0) } ?? false
    queue.maxWait = section["max_wait"].flatMap { duration($0, atLeast: .nanoseconds(1)) }
    return queue
  }

  /// `100`, or `2 per stream`.
  private mutating func readLimit(_ node: YAMLNode, into queue: inout Queue) {
    let suffix = " per stream"
    guard let text = node.text, text.hasSuffix(suffix) else {
      if let limit = integer(node, in: 1...1_000_000_000) {
        if queue.perQueue != nil { report(.either("limit", or: "limit"), at: node, against: nil) }
        queue.perQueue = limit
      }
      return
    }
    var number = node
    number.content = .scalar(String(text.dropLast(suffix.count)), isPlain: true)
    if let limit = integer(number, in: 1...1_000_000_000) {
      if queue.perStream != nil { report(.either("limit", or: "limit"), at: node, against: nil) }
      queue.perStream = limit
    }
  }

  /// The routing; requests have no stream that could stick to an instance, and instances that
  /// have a model server's queue each share none.
  private mutating func routing(
    _ section: Section, _ populations: [ReadPopulation], _ server: YAMLNode?
  ) -> Routing {
    guard let node = section["routing"] else {
      let routing = server == nil ? Routing.sharedQueue : .roundRobin
      assume("routing", routing.rawValue)
      return routing
    }
    guard let routing = option(node, of: "routing", as: Routing.self) else { return .sharedQueue }
    if let server, routing == .sharedQueue {
      report(.either("routing: \(routing.rawValue)", or: server.name), at: node, against: server)
    }
    if routing.isSticky, let request = populations.first(where: { !$0.isStream }) {
      report(.routing(routing.rawValue, population: request.population.name), at: node)
    }
    return routing
  }
}
