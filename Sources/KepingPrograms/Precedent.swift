import KepingCore

/// What came before an application, as far as it decides about it.
package enum Precedent {
  /// Nothing that does; so it is of an application that stands alone.
  case none
  /// An application with its id.
  case sameID
  /// What its program's plugin was set aside for.
  indirect case setAside(EvaluationFailure)
}

/// How the assessment of an application was concluded, as far as it matters to those behind it.
package enum Conclusion {
  /// No program was asked.
  case refused
  /// Its program would have been asked, had its plugin not been set aside.
  case setAside
  case evaluated
  /// Its program was asked, and its plugin failed.
  indirect case failed(PluginFailure)
}
