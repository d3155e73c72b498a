import Autoscaling
import Capacity
import Kernel

/// A machine under the replicas of a pool that has nodes.
struct NodeState {
  let pool: Int
  /// Its number within the pool.
  let number: Int
  /// When it was asked for.
  let asked: SimTime
  /// When the provider had it and billing began; nil while it is being provisioned.
  var launched: SimTime?
  var booted: SimTime?
  var stages = StartStages()
  var readyAt: SimTime?
  var goneAt: SimTime?
  /// Replicas that have a place on it.
  var pods = 0
  /// Whether the container image is on its disk.
  var hasImage = false
  /// Whether the model's file is on its disk.
  var hasModel = false
  /// The replica that pulls the image for all on the node.
  var puller: Int?
  /// The replica that loads the model from its store for all on the node.
  var loader: Int?
  /// Whether it takes no more replicas and goes when it is empty.
  var isLeaving = false
  /// Whether its zone failed.
  var hasFailed = false

  var takesPods: Bool { readyAt != nil && goneAt == nil && !isLeaving }
}

extension Replication {
  /// Puts the first nodes under a pool, ready, and sets its provisioner going.
  mutating func beginNodes(of pool: Int) {
    guard let layer = pools[pool].pool.nodes else {
      provisioners.append(nil)
      return
    }
    let needed =
      (pools[pool].wanted + pools[pool].pool.replicasPerMachine - 1)
      / pools[pool].pool.replicasPerMachine
    for _ in 0..<max(layer.initial ?? needed, needed) {
      let id = newNode(in: pool)
      launch(node: id)
      nodes[id].booted = now
      nodes[id].readyAt = now
      // Kept only where a copy stays: see `hasCopy`.
      nodes[id].hasImage = true
      nodes[id].hasModel = true
    }
    let provisioner = NodeProvisioner(layer.provisioner)
    events.schedule(.provision, at: now + provisioner.interval, entity: pool)
    provisioners.append(provisioner)
  }

  /// Asks for a node.
  private mutating func newNode(in pool: Int) -> Int {
    let id = nodes.count
    nodes.append(NodeState(pool: pool, number: pools[pool].nodesAsked, asked: now))
    pools[pool].nodesAsked += 1
    presentNodes.append(id)
    return id
  }

  /// The provider has a node, which is billed from now on.
  private mutating func launch(node id: Int) {
    nodes[id].launched = now
    pools[nodes[id].pool].nodes += 1
    noteFleetSize()
  }

  /// A provisioner's look at its nodes and at the replicas that wait.
  mutating func provision(pool: Int) {
    guard var provisioner = provisioners[pool] else { return }
    // Taken out, so that the arrays within it are changed in place.
    provisioners[pool] = nil
    let decision = provisioner.decide(observation(of: pool), at: now)
    var added = 0
    for _ in 0..<decision.add {
      if let reason = reasonForNoMachine(in: pool) {
        provisioner.stockOut(at: now)
        decide(who: "provider", pool: pool, what: "stock_out", why: reason)
        break
      }
      addNode(to: pool)
      added += 1
    }
    note(decision, added: added, pool: pool)
    provisioners[pool] = provisioner
    for number in decision.remove { remove(node: number, of: pool) }
    events.schedule(.provision, at: now + provisioner.interval, entity: pool)
  }

  private func observation(of pool: Int) -> NodeObservation {
    var seen = NodeObservation(pending: 0, nodes: [])
    seen.pending = pools[pool].queued
    for id in presentNodes where nodes[id].pool == pool {
      let node = nodes[id]
      if node.isLeaving {
        seen.leaving += 1
      } else if node.readyAt == nil {
        seen.starting += 1
      } else {
        seen.nodes.append(.init(id: node.number, pods: node.pods))
      }
    }
    return seen
  }

  private mutating func note(_ decision: NodeDecision, added: Int, pool: Int) {
    let before = presentNodes.count { nodes[$0].pool == pool } - added
    if added > 0 {
      decide(
        who: "node_provisioner", pool: pool, what: "add_nodes", why: decision.reason.words,
        from: before, to: before + added)
    }
    if !decision.remove.isEmpty {
      decide(
        who: "node_provisioner", pool: pool, what: "remove_nodes", why: decision.reason.words,
        from: before, to: before - decision.remove.count)
    }
  }

  private mutating func addNode(to pool: Int) {
    let id = newNode(in: pool)
    var draws = random.stream(.coldStart, group: pools[pool].group, entity: nodes[id].number)
    nodes[id].stages = StartStages(pools[pool].pool.start, warm: nil, &draws)
    advance(node: id, after: nodes[id].stages.provision)
  }

  /// Goes on with a node's start after `length`, at once if that is nothing.
  private mutating func advance(node id: Int, after length: SimDuration) {
    if length == .zero { return nodeReady(id) }
    events.schedule(.nodeReady, at: now + length, entity: id)
  }

  /// A stage of a node's start is over; after the last of them replicas that wait take its places,
  /// the first asked for first.
  mutating func nodeReady(_ id: Int) {
    guard nodes[id].goneAt == nil else { return }
    if nodes[id].launched == nil {
      launch(node: id)
      return advance(node: id, after: nodes[id].stages.boot)
    }
    if nodes[id].booted == nil {
      nodes[id].booted = now
      return advance(node: id, after: nodes[id].stages.driver)
    }
    let pool = nodes[id].pool
    nodes[id].readyAt = now
    provisioners[pool]?.nodeArrived()
    for replica in present
    where instances[replica].pool == pool && instances[replica].phase == .queued {
      guard let node = roomiestNode(of: pool) else { return }
      start(replica, on: node)
    }
  }

  /// The node with the most free places, as Kubernetes' scheduler spreads by default; ties go to
  /// the oldest.
  func roomiestNode(of pool: Int) -> Int? {
    var best: Int?
    for id in presentNodes where nodes[id].pool == pool && nodes[id].takesPods {
      guard nodes[id].pods < pools[pool].pool.replicasPerMachine else { continue }
      if best.map({ nodes[id].pods < nodes[$0].pods }) ?? true { best = id }
    }
    return best
  }

  /// Gives a queued replica a place on a node, whose start it need not go through.
  mutating func start(_ id: Int, on node: Int) {
    let pool = instances[id].pool
    nodes[node].pods += 1
    instances[id].node = node
    instances[id].launched = now
    instances[id].booted = now
    instances[id].driverReady = now
    instances[id].phase = .pullingImage
    pools[pool].queued -= 1
    pools[pool].starting += 1
    pullImage(of: id)
  }

  /// A replica is gone from its node, which goes as well if that is its turn.
  mutating func leave(_ node: Int) {
    nodes[node].pods -= 1
    if nodes[node].isLeaving, nodes[node].pods == 0 { endNode(node) }
  }

  /// Takes a node away: its replicas finish what they have, others start elsewhere for them.
  private mutating func remove(node number: Int, of pool: Int) {
    guard
      let id = presentNodes.first(where: {
        nodes[$0].pool == pool && nodes[$0].number == number
      })
    else {
      preconditionFailure("a provisioner removes nodes that it was shown")
    }
    nodes[id].isLeaving = true
    if nodes[id].pods == 0 { return endNode(id) }
    for replica in present where instances[replica].node == id {
      if instances[replica].phase.isComing {
        end(replica)
      } else if instances[replica].phase == .ready {
        drain(replica)
      }
    }
    reconcile(pool)
  }

  /// A node's zone has failed, and all that was on it is gone.
  mutating func lose(node id: Int) {
    nodes[id].hasFailed = true
    if nodes[id].goneAt == nil { endNode(id) }
  }

  private mutating func endNode(_ id: Int) {
    nodes[id].goneAt = now
    pools[nodes[id].pool].nodes -= 1
    presentNodes.removeAll { $0 == id }
  }
}
