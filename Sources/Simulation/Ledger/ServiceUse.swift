import Capacity
import Kernel

/// What charges beside those of instances are counted by, over a span that begins at time zero.
struct ServiceUse {
  /// How long the span is.
  var span: SimDuration
  /// Frames offered in it.
  var offered: Int64
  /// Frames answered, on time or late.
  var answered: Int64
  /// Model loads of cold starts that ended in it.
  var pulls: Int64
  /// What cold starts fetched from another region.
  var fetchedFromElsewhere = Bytes(0)

  /// The charges of the span, in the order of the categories; those of nothing are left out.
  func amounts(
    _ charges: ServiceCharges, month: SimDuration
  ) -> [(category: LedgerLine.Category, amount: Money)] {
    var amounts: [(category: LedgerLine.Category, amount: Money)] = []
    if let egress = charges.egress, answered > 0 {
      // Whole seconds keep the projection to a month exact.
      let seconds = span.roundedUp(to: .seconds(1))
      amounts.append(
        (
          .egress,
          egress.prices.charge(
            for: egress.perFrame, times: answered, in: seconds, ofMonth: month)
        ))
    }
    if let models = charges.modelStore {
      let (store, size) = (models.store, models.size)
      amounts.append((.storage, store.storage(of: size, for: span, month: month)))
      let moved = store.transferToOtherRegion(fetchedFromElsewhere)
      amounts.append((.modelPulls, store.pulls(pulls) + moved))
    }
    if let features = charges.features {
      let cost = features.store.charge(
        reads: features.reads * answered, ofRecordsOf: features.record)
      amounts.append((.featureStore, cost))
    }
    if let telemetry = charges.telemetry {
      let kept = telemetry.storage(of: answered, month: month)
      amounts.append(
        (.telemetry, telemetry.tracing(of: answered) + telemetry.ingestion(of: answered) + kept))
    }
    if let fee = charges.requests { amounts.append((.requests, fee.cost(of: offered))) }
    if let energy = charges.deviceEnergy {
      amounts.append((.deviceEnergy, energy.charge(for: offered)))
    }
    let overhead = charges.overhead.reduce(Money.zero) { $0 + $1.charge(for: span, month: month) }
    amounts.append((.overhead, overhead))
    return amounts.filter { $0.amount != .zero }
  }
}
