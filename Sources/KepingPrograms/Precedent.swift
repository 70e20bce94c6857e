import KepingCore

/// The effect of earlier applications on the admission of an application.
package enum Precedent {
  /// No earlier application matters, or there is none.
  case none
  /// An earlier application has the same id.
  case sameID
  /// The plugin was set aside after earlier failures; the failure is the result of this application.
  indirect case setAside(EvaluationFailure)
}

/// The end of an assessment, as far as it affects later applications.
package enum Conclusion {
  /// The record was not admitted.
  case refused
  /// The record was admitted, but its plugin had been set aside.
  case setAside
  /// A program evaluated the record, or the evaluation failed for a reason other than the plugin.
  case evaluated
  /// The plugin failed while its program evaluated the record.
  indirect case failed(PluginFailure)
}
