/// A check that compares the day of a field with a fixed day or with the day of another field.
public struct CompareDatesCheck: CheckKind {
  /// The field on the left side of the comparison.
  public let field: FieldReference
  /// The comparison; a later day is greater than an earlier one.
  public let comparison: Comparison
  /// The day on the right side, whose bound the configuration may have changed.
  public private(set) var other: DateReference
  /// The reason why a fixed day does not appear in the quote; nil if none is given.
  public internal(set) var reason: String?
  /// The fixed day as written in the plugin; nil if the other day is that of a field.
  public let written: Bound?

  /// Creates a check with the day that the plugin writes.
  public init(_ field: FieldReference, _ comparison: Comparison, _ other: DateReference, reason: String?) {
    self.field = field
    self.comparison = comparison
    self.other = other
    self.reason = reason
    written = other.day
  }

  var check: Check { .compareDates(self) }

  mutating func visit(_ visitor: inout some PartVisitor) {
    visitor.visit(.slot(field.slot))
    other.visitField(&visitor)
    if case .day(var bound) = other {
      visitor.visit(&bound, reason: reason)
      other = .day(bound)
    }
  }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    possible.answers(canBeUnknown: !possible.given.contains(field.slot) || other.canBeUnknown(possible))
  }

  func description(in checks: Checks) -> String {
    field.label + comparison.datePhrase(true) + other.label + (reason.map { "（\($0)）" } ?? "")
  }

  func topic(in checks: Checks) -> Topic? { Topic(text: field.label) }

  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    var changed = other.neighbours.map { CompareDatesCheck(field, comparison, $0, reason: nil) }
    changed += comparison.alternatives.map { CompareDatesCheck(field, $0, other, reason: nil) }
    if let right = other.field { changed.append(CompareDatesCheck(right, comparison, .field(field), reason: nil)) }
    return changed.map { context.changed(id, to: $0) }
  }
}
