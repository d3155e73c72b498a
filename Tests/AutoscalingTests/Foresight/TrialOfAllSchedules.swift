/// The cheapest schedule of a tiny problem, by trying every launch and every stop each second.
///
/// It knows nothing of levels and gaps: a state is the ages of the replicas that live.
struct TrialOfAllSchedules {
  let required: [Int]
  let coldStart: Int
  let initial: Int
  var minimumCharge = 0

  /// The least seconds charged from a second on, by the ages at it (initial ones are 100).
  private var known: [[Int]: Int] = [:]

  init(required: [Int], coldStart: Int, initial: Int) {
    self.required = required
    self.coldStart = coldStart
    self.initial = initial
  }

  mutating func leastTime() -> Int {
    known.removeAll()
    return least(from: 0, Array(repeating: 100, count: initial))
  }

  private mutating func least(from second: Int, _ ages: [Int]) -> Int {
    if second == required.count { return ages.reduce(0) { $0 + unpaid(age: $1) } }
    let key = [second] + ages
    if let found = known[key] { return found }
    var best = Int.max
    for kept in 0..<(1 << ages.count) {
      let stopped = ages.indices.filter { kept >> $0 & 1 == 0 }.map { ages[$0] }
      let left = ages.indices.filter { kept >> $0 & 1 == 1 }.map { ages[$0] }
      let paid = stopped.reduce(0) { $0 + unpaid(age: $1) }
      // Three at most are launched at once; more than four never live.
      for launched in 0...3 where left.count + launched <= 4 {
        let now = left + Array(repeating: 0, count: launched)
        guard now.count(where: { $0 >= coldStart }) >= needed(at: second) else { continue }
        let rest = least(from: second + 1, now.map { min($0 + 1, 100) }.sorted())
        if rest < .max { best = min(best, paid + now.count + rest) }
      }
    }
    known[key] = best
    return best
  }

  private func needed(at second: Int) -> Int {
    second < coldStart ? min(required[second], initial) : required[second]
  }

  /// What a replica that stops is charged beyond its life.
  private func unpaid(age: Int) -> Int { max(0, minimumCharge - age) }
}
