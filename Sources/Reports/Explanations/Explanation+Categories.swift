import Simulation

extension Explanation {
  /// What money goes to.
  static let categories: [Explanation] = LedgerLine.Category.allCases.map {
    Explanation($0.rawValue, .category, unit: "dollars", .init($0))
  }
}

extension Explanation.Text {
  /// What a category of charges is.
  init(_ category: LedgerLine.Category) {
    self =
      switch category {
      case .busy: CategoryTexts.busy
      case .idle: CategoryTexts.idle
      case .starting: CategoryTexts.starting
      case .draining: CategoryTexts.draining
      case .minimum: CategoryTexts.minimum
      case .vacant: CategoryTexts.vacant
      case .provisioned: CategoryTexts.provisioned
      case .warm: CategoryTexts.warm
      case .refund: CategoryTexts.refund
      case .commitmentSaving: CategoryTexts.commitmentSaving
      case .committedUnused: CategoryTexts.committedUnused
      case .egress: CategoryTexts.egress
      case .storage: CategoryTexts.storage
      case .modelPulls: CategoryTexts.modelPulls
      case .featureStore: CategoryTexts.featureStore
      case .telemetry: CategoryTexts.telemetry
      case .requests: CategoryTexts.requests
      case .deviceEnergy: CategoryTexts.deviceEnergy
      case .overhead: CategoryTexts.overhead
      }
  }
}
