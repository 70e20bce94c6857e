/// A kind of check with everything that the host needs to know about it, except how it is compiled and evaluated.
protocol CheckKind: Sendable {
  /// The check as a case of the closed list.
  var check: Check { get }

  /// Passes the parts of the check, its bound and the fields that it reads to a visitor, in the order in which they are written.
  ///
  /// A visitor may replace a part. All traversals of checks are based on this function.
  mutating func visit(_ visitor: inout some PartVisitor)

  /// Returns the answers that the check can have, over all well-formed records.
  func answers(_ possible: PossibleAnswers) -> Set<Truth>

  /// Returns a description of the check for clerks: `经济效益不低于500万元`.
  func description(in checks: Checks) -> String

  /// The structure of the check's description, which decides whether it needs brackets within another description.
  var linking: Linking { get }

  /// The heading for the checks that this check combines: `同时符合`; nil if it combines none.
  var groupLabel: String? { get }

  /// Returns a short name of the quantity or field that the check tests, or nil if the check itself has none.
  func topic(in checks: Checks) -> Topic?

  /// Returns the small changes of the check itself that a plugin's tests should detect.
  ///
  /// ``visit(_:)`` yields the parts of the check, which have mutations of their own.
  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>]

  /// Returns the check without one of its parts, or nil if it needs all of them.
  func leavingOut(component index: Int) -> Check?
}

extension CheckKind {
  var linking: Linking { .closed }
  var groupLabel: String? { nil }
  func leavingOut(component index: Int) -> Check? { nil }
}

/// The structure of a check's description.
enum Linking {
  /// A phrase that cannot be confused with a part of another check.
  case closed
  /// Parts joined by “且”.
  case and
  /// Parts joined by “或”.
  case or
  /// A phrase that ends with a remark; within another description, the remark would seem to apply to everything before it.
  case remark
}

/// A short name of the quantity or field that a check tests.
struct Topic {
  /// The name as shown to clerks.
  let text: String
  /// Whether the topic of any other check in the same clause is preferred to this one.
  var isSecondary = false
}
