import Kernel

extension Replication {
  /// Lets batches that begin from now on be of another model, or of the architecture's own again.
  mutating func use(model: Int?) {
    guard budget?.model != model else { return }
    budget?.model = model
    for id in present where instances[id].readyAt != nil {
      let curve = curve(of: id)
      visit(instances[id].station) { [server = instances[id].server] station, _ in
        station.use(curve: curve, at: server)
      }
    }
    functions?.pool.advance(to: now.nanoseconds, &tally)
    functions?.pool.curve = model.map { plan.otherCurves[$0][0] } ?? 0
  }
}

extension Station {
  /// Lets a server's batches that begin from now on take another curve's time.
  mutating func use(curve: Int, at server: Int) {
    servers[server].curve = curve
    servers[server].variation = 1
    if plan.curves[curve].varies { servers[server].varyNext(plan.curves[curve], plan) }
  }
}
