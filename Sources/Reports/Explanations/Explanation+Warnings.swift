import Experiments

extension Explanation.Text {
  /// What a warning says, and what to do about it.
  init(_ slug: Warning.Slug) {
    self =
      switch slug {
      case .overloaded: WarningTexts.overloaded
      case .notSteady: WarningTexts.notSteady
      case .beyondCurve: WarningTexts.beyondCurve
      case .atMax: WarningTexts.atMax
      case .shortHorizon: WarningTexts.shortHorizon
      case .warmUpShort: WarningTexts.warmUpShort
      case .precisionCap: WarningTexts.precisionCap
      case .fewReplications: WarningTexts.fewReplications
      case .priceOld: WarningTexts.priceOld
      case .curveUnsourced: WarningTexts.curveUnsourced
      }
  }
}
