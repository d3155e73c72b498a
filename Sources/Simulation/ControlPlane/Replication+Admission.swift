import Capacity
import Kernel

extension Replication {
  /// The period at which a new session sends, when a budget has lowered the frame rate.
  func admittedPeriod(_ period: SimDuration) -> SimDuration {
    guard let share = budget?.ratePerMillion, share < 1_000_000 else { return period }
    return SimDuration(nanoseconds: Int64(Int128(period.nanoseconds) * 1_000_000 / Int128(share)))
  }

  /// Puts a new session where its frames are rejected, if nobody is let in; whether it did.
  mutating func refuse(_ place: Int, _ source: FrameSource) -> Bool {
    guard budget?.admits == false else { return false }
    let refuge = refuge()
    sessions[place].station = refuge
    sessions[place].source = visit(refuge) { station, _ in station.addStream(source) }
    return true
  }

  /// Takes a session from where it sends to where its frames are rejected.
  mutating func evict(_ place: Int) {
    let refuge = refuge()
    let session = sessions[place]
    guard session.station != refuge else { return }
    let taken = visit(session.station) { station, _ in station.takeStream(session.source) }
    if let old = session.instance { instances[old].streams -= 1 }
    if let reserved = session.reserved { release(reserved) }
    sessions[place].instance = nil
    sessions[place].reserved = nil
    sessions[place].station = refuge
    sessions[place].source = visit(refuge) { station, _ in
      station.resumeStream(taken)
    }
  }

  /// A station without instances, which rejects every frame.
  private mutating func refuge() -> Int {
    if let known = budget?.refuge { return known }
    let place = newStation()
    stations[place]?.station.takesFrames = false
    budget?.refuge = place
    return place
  }
}
