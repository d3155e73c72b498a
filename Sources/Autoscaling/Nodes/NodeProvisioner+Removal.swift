internal import Kernel

extension NodeProvisioner {
  /// Carries what is known of each node over to the nodes seen now.
  mutating func remember(_ seen: NodeObservation, at now: SimTime) {
    nextMemories.removeAll(keepingCapacity: true)
    var old = 0
    for node in seen.nodes {
      while old < memories.count, memories[old].id < node.id { old += 1 }
      var memory = Memory(id: node.id, pods: node.pods, changed: now)
      if old < memories.count, memories[old].id == node.id {
        memory = memories[old]
        if memory.pods != node.pods { memory.changed = now }
        memory.pods = node.pods
      }
      nextMemories.append(memory)
    }
    swap(&memories, &nextMemories)
  }

  /// The Cluster Autoscaler: which nodes are unneeded at this scan, and which of them may go.
  ///
  /// A node is unneeded when it is under-used and its pods fit on the nodes that stay. Empty nodes
  /// go together, up to ten; of the others one at a time, and none while empty ones go.
  mutating func chooseUnneeded(_ seen: NodeObservation, at now: SimTime) {
    var room = Room(memories, podsPerNode: settings.podsPerNode, floor: settings.minNodes)
    for isEmpty in [true, false] {
      for index in memories.indices where (memories[index].pods == 0) == isEmpty {
        let pods = memories[index].pods
        let share = Double(pods) / Double(settings.podsPerNode)
        let isUnneeded =
          share < settings.utilizationThreshold && seen.pending == 0 && room.take(pods)
        memories[index].clock.observe(isUnneeded: isUnneeded, at: now)
      }
    }
    let empty = choose(most: settings.maxEmptyRemovals, isEmpty: true, at: now)
    if empty == 0 {
      _ = choose(most: settings.parallelDrains - seen.leaving, isEmpty: false, at: now)
    }
  }

  /// Takes up to `most` nodes whose time has come, in the order of their ids; says how many.
  private mutating func choose(most: Int, isEmpty: Bool, at now: SimTime) -> Int {
    var chosen = 0
    for memory in memories where chosen < most && (memory.pods == 0) == isEmpty {
      if timer.allowsRemoval(memory.clock, at: now) {
        removals.append(memory.id)
        chosen += 1
      }
    }
    return chosen
  }

  /// Karpenter: at each poll, nodes that are empty or whose pods fit on others, as many as the
  /// budget allows; the emptiest first, which costs the least disruption.
  ///
  /// A candidate must have been quiet for `consolidateAfter` and remain one for the validation
  /// time. Prices do not decide here: nodes are alike, so only removing one lowers the price.
  mutating func chooseConsolidation(_ seen: NodeObservation, at now: SimTime) {
    if let nextPoll, now < nextPoll { return }
    nextPoll = now + settings.consolidationPoll
    var room = Room(memories, podsPerNode: settings.podsPerNode, floor: settings.minNodes)
    let total = Double(seen.nodes.count + seen.leaving)
    var budget = Int(Elementary.ceiling(settings.disruptionBudget * total)) - seen.leaving
    for pods in 0...settings.podsPerNode {
      for index in memories.indices where memories[index].pods == pods {
        let isQuiet = memories[index].changed + settings.consolidateAfter <= now
        let isCandidate = isQuiet && seen.pending == 0 && room.take(pods)
        memories[index].clock.observe(isUnneeded: isCandidate, at: now)
        guard let since = memories[index].clock.since, budget > 0 else { continue }
        if since + settings.validation <= now {
          removals.append(memories[index].id)
          budget -= 1
        }
      }
    }
    removals.sort()
  }

  /// The places on the nodes that stay.
  struct Room {
    private let podsPerNode: Int
    private let floor: Int
    private var free = 0
    private var staying: Int

    init(_ memories: [Memory], podsPerNode: Int, floor: Int) {
      self.podsPerNode = podsPerNode
      self.floor = floor
      staying = memories.count
      for memory in memories { free += podsPerNode - memory.pods }
    }

    /// Whether a node with `pods` can go; if so it goes and its pods take places on the others.
    mutating func take(_ pods: Int) -> Bool {
      let elsewhere = free - (podsPerNode - pods)
      guard elsewhere >= pods, staying > floor else { return false }
      free = elsewhere - pods
      staying -= 1
      return true
    }
  }
}
