/// A quantity that is the number of elements of a list that meet all filters, or the sum of a number of these elements.
///
/// As long as elements lack values that a filter or the sum reads, only a range is known: see ``ElementRange``.
public struct ElementsQuantity: Sendable {
  /// The list with the filters.
  public internal(set) var match: ListMatch
  /// The number of each element that is added; nil to count the elements.
  public let amount: FieldReference?

  /// Creates a quantity of the matching elements of a list.
  public init(_ match: ListMatch, amount: FieldReference?) {
    self.match = match
    self.amount = amount
  }

  /// The name in findings: `联合申报单位中高等院校`, `预算明细中设备费合计`.
  public var label: String {
    let which =
      match.label.isEmpty ? match.filters.isEmpty ? "" : "中\(match.condition)的" : "中\(match.currentLabel)"
    guard let amount else { return match.wholeLabel + which }
    let what = match.label.isEmpty ? (which.isEmpty ? "的" : "") + amount.label : ""
    return match.wholeLabel + which + what + "合计"
  }

  /// The name in evidence: `partners`, `budget.items[].amount`.
  public var path: String { match.wholePath + (amount.map { "[].\($0.path)" } ?? "") }
}

extension ElementsQuantity: QuantityKind {
  var source: Quantity.Source { .elements(self) }

  mutating func visit(_ visitor: inout some PartVisitor) {
    visitor.visit(.elements(match))
    if let amount { visitor.visit(.elementNumber(amount, of: match)) }
    match.visitBounds(&visitor)
  }

  func canBeUnknown(_ possible: PossibleAnswers) -> Bool {
    possible.absence(of: match.list).contains(.unknown) || match.elementAnswers(possible).contains(.unknown)
      || match.applicantAnswers(possible)?.contains(.unknown) == true || amount.map { !$0.field.isRequired } == true
  }

  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>] {
    match.changes.map { changed in
      let elements = ElementsQuantity(changed.match, amount: amount)
      return Mutation(changed.change(of: quantity.label), quantity.with(.elements(elements)))
    }
  }
}

extension Quantity {
  /// Returns the quantity with a label that describes its bounds anew, after the configuration has changed one of them.
  /// - Parameter original: the quantity with the bounds before.
  func relabelled(from original: Quantity, in checks: Checks) -> Quantity {
    var label = label
    switch source {
    case .elements(let elements): label = elements.label
    case .product(let operand, let factor): label = checks[operand].label + factor.phrase
    default:
      for (before, now) in zip(checks.operands(of: original), checks.operands(of: self)) where before != now {
        label = label.replacing(checks[before].label, with: checks[now].label, maxReplacements: 1)
      }
    }
    return Quantity(source: source, label: label, path: path, measure: measure)
  }
}
