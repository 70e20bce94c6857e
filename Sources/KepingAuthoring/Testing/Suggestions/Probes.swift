import KepingCore

/// Makes the changes to an application at which a check or a grade may answer differently: at each bound, one step below and above
/// it, without the field, and with each known value.
///
/// A part of a check is probed while the other parts leave the decision to it. What an edit makes of the application is found out
/// by evaluating it, so an edit that misses its aim does no harm.
struct Probes {
  let checks: Checks
  let schema: Schema
  /// The application that the edits change.
  let base: JSONValue
  let context: MutationContext

  init(_ program: Program, base: JSONValue) {
    checks = program.checks
    schema = program.schema
    self.base = base
    context = MutationContext(checks: checks, schema: schema)
  }

  /// The most alternatives that are combined with those of another part.
  static let maximumAlternatives = 24

  /// The path of the field in a slot of the record.
  func path(ofSlot slot: Int) -> String { schema.node(ofSlot: slot).map { schema.nodes[$0].path } ?? "" }
}
