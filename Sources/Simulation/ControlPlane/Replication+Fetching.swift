import Capacity
import Kernel

/// Images and models: fetched, shared with others that fetch, or found on the disk.
extension Replication {
  /// Begins an image: from the disk, together with another replica of the node that is at it,
  /// from the registry that all share, or in its own time.
  mutating func pullImage(of id: Int) {
    let state = instances[id]
    guard !state.isInitial else { return }
    if hasCopy(of: \.imageSource, on: \.hasImage, id) {
      return scheduleStage(of: id, after: state.stages.imageHit)
    }
    let source = pools[state.pool].pool.start.imageSource
    if let node = state.node, source.cache == .node {
      guard nodes[node].puller == nil else { return }
      nodes[node].puller = id
    }
    guard let size = source.size, let limit = source.bandwidth, registry != nil else {
      return scheduleStage(of: id, after: state.stages.image)
    }
    registry?.join(id, size: size, limit: limit, at: now)
    awaitNextPull()
  }

  /// The pull that ends first, as things stand; an earlier forecast is then found not to be over.
  private mutating func awaitNextPull() {
    guard let next = registry?.next else { return }
    let end = max(next.at, now)
    instances[next.id].stageEnds = end
    events.schedule(.stageDone, at: end, entity: next.id)
  }

  /// Whether the image of an instance is there now.
  mutating func finishPull(of id: Int) -> Bool {
    if instances[id].isInitial || hasCopy(of: \.imageSource, on: \.hasImage, id) { return true }
    if registry?.isUnderWay(id, at: now) ?? false { return false }
    let source = pools[instances[id].pool].pool.start.imageSource
    note(source, of: id, in: \.image)
    leaveRegistry(id)
    if let node = instances[id].node, source.cache == .node {
      nodes[node].hasImage = true
      nodes[node].puller = nil
      releaseWaiting(on: node, except: id)
    }
    return true
  }

  /// The image that other replicas of a node wait for is there.
  private mutating func releaseWaiting(on node: Int, except id: Int) {
    for other in present
    where other != id && instances[other].node == node && instances[other].phase == .pullingImage {
      scheduleStage(of: other, after: .zero)
    }
  }

  private mutating func leaveRegistry(_ id: Int) {
    guard registry != nil else { return }
    registry?.leave(id, at: now)
    awaitNextPull()
  }

  /// An instance goes in the middle of its image; another on its node takes the image over.
  mutating func abandonPull(of id: Int) {
    leaveRegistry(id)
    guard let node = instances[id].node, nodes[node].puller == id else { return }
    nodes[node].puller = nil
    let next = present.first {
      $0 != id && instances[$0].node == node && instances[$0].phase == .pullingImage
    }
    if let next { pullImage(of: next) }
  }

  /// Begins a model: from the disk, from its store, or after another replica of the node that is
  /// at it.
  mutating func loadModel(of id: Int) {
    let state = instances[id]
    guard !state.isInitial else { return }
    instances[id].hasLoadedCopy = hasCopy(of: \.modelSource, on: \.hasModel, id)
    if instances[id].hasLoadedCopy { return scheduleStage(of: id, after: state.stages.loadHit) }
    if let node = state.node, pools[state.pool].pool.start.modelSource.cache == .node {
      guard nodes[node].loader == nil else { return }
      nodes[node].loader = id
    }
    scheduleStage(of: id, after: state.stages.load)
  }

  /// The model is in the GPU's memory, and for the next replica on the node's disk.
  mutating func noteLoad(of id: Int) {
    guard !instances[id].isInitial else { return }
    let source = pools[instances[id].pool].pool.start.modelSource
    if !instances[id].hasLoadedCopy { note(source, of: id, in: \.model) }
    guard let node = instances[id].node, source.cache == .node else { return }
    nodes[node].hasModel = true
    guard nodes[node].loader == id else { return }
    nodes[node].loader = nil
    for other in waiting(onLoaderOf: node, except: id) { loadModel(of: other) }
  }

  /// An instance goes in the middle of its model; another on its node takes it over.
  mutating func abandonLoad(of id: Int) {
    guard let node = instances[id].node, nodes[node].loader == id else { return }
    nodes[node].loader = nil
    if let next = waiting(onLoaderOf: node, except: id).first { loadModel(of: next) }
  }

  private func waiting(onLoaderOf node: Int, except id: Int) -> [Int] {
    present.filter { other in
      other != id && instances[other].node == node && instances[other].phase == .loadingModel
        && !instances[other].hasLoadedCopy
    }
  }

  private func hasCopy(
    of artifact: KeyPath<ColdStart, Artifact>, on disk: KeyPath<NodeState, Bool>, _ id: Int
  ) -> Bool {
    switch pools[instances[id].pool].pool.start[keyPath: artifact].cache {
    case .none: false
    case .node: instances[id].node.map { nodes[$0][keyPath: disk] } ?? false
    case .baked: true
    }
  }

  private mutating func note(
    _ source: Artifact, of id: Int, in kind: WritableKeyPath<FetchedBytes, Int64>
  ) {
    guard let size = source.size else { return }
    let elsewhere = source.origin == .otherRegion ? size.count : 0
    instances[id].fetched[keyPath: kind] += size.count
    instances[id].fetched.fromElsewhere += elsewhere
    guard now >= .zero else { return }
    let pool = instances[id].pool
    pools[pool].fetched[keyPath: kind] += size.count
    pools[pool].fetched.fromElsewhere += elsewhere
  }
}
