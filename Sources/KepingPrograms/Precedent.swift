import KepingCore

/// The effect of earlier applications on the admission of an application.
package enum Precedent {
  /// No earlier application matters, or there is none.
  case none
  /// An earlier application has the same id; the problem says where it stands.
  indirect case sameID(Problem)
  /// An earlier application has an id that looks the same; the problem says where it stands.
  indirect case similarID(Problem)
  /// The application corrects one that was not submitted; the problem says so.
  indirect case noOriginal(Problem)
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

/// Whether an application has a time of submission, as far as its direction asks for one.
package enum SubmissionTime: Sendable {
  /// No period is configured in which applications of the direction are accepted.
  case notAsked
  /// The application gives a time, well-formed or not.
  case given
  /// The application gives no time.
  case missing
}
