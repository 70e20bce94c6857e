import KepingCore

/// Decides about an application by what came before it, which its record alone does not tell.
package protocol AdmissionGate {
  /// Asked once the host's fields are known to be well-formed.
  /// - Throws: ``EvaluationFailure`` where an application had this id before.
  mutating func admit(idOf record: borrowing Record) throws(EvaluationFailure)
  /// Asked before a program evaluates.
  /// - Throws: ``EvaluationFailure`` where the program's plugin was set aside.
  mutating func admit(_ runner: Runner) throws(EvaluationFailure)
  /// Told how a program's evaluation ended.
  mutating func ended(_ runner: Runner, _ failure: PluginFailure?)
}

/// The gate of an application that stands alone: nothing came before it.
package struct OpenGate: AdmissionGate {
  package init() {}

  package mutating func admit(idOf record: borrowing Record) {}
  package mutating func admit(_ runner: Runner) {}
  package mutating func ended(_ runner: Runner, _ failure: PluginFailure?) {}
}
