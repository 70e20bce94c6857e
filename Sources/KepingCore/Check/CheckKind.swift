/// A kind of check: everything that the host needs to know about it, except how it is compiled and evaluated.
protocol CheckKind: Sendable {
  /// The kind as a case of the closed list.
  var check: Check { get }

  /// Shows a visitor the parts of the check, its bound and what it reads, in the order they are written in.
  ///
  /// A visitor may replace a part. Everything that walks through checks follows from this function.
  mutating func visit(_ visitor: inout some PartVisitor)

  /// The answers that the check can have, over all well-formed records.
  func answers(_ possible: PossibleAnswers) -> Set<Truth>

  /// The check in a clerk's words: `经济效益不低于500万元`.
  func description(in checks: Checks) -> String

  /// How the words go on, which decides about brackets within another check.
  var linking: Linking { get }

  /// How the check joins the checks that it is made of: `同时符合`; nil where it has none.
  var groupLabel: String? { get }

  /// What the check is about, in a few words; nil where the checks that it is made of say so.
  func topic(in checks: Checks) -> Topic?

  /// The small changes of the check itself that a plugin's tests should notice.
  ///
  /// The changes of its parts follow from ``visit(_:)``.
  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>]

  /// The check without one of its parts; nil where it needs all of them.
  func leavingOut(component index: Int) -> Check?
}

extension CheckKind {
  var linking: Linking { .closed }
  var groupLabel: String? { nil }
  func leavingOut(component index: Int) -> Check? { nil }
}

/// How a check's words go on.
enum Linking {
  /// Nothing follows that could be taken for a part of another check.
  case closed
  /// Parts with “且” between them.
  case and
  /// Parts with “或” between them.
  case or
  /// A remark at the end, which would seem to be about everything before it.
  case remark
}

/// What a check is about, in a few words.
struct Topic {
  let text: String
  /// Whether the topic of another check in the same clause is better.
  var isSecondary = false
}
