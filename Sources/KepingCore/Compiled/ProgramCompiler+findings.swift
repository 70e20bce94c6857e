/// Prepares findings when a program is compiled.
///
/// Most clauses have a simple check, and the findings of different applications with the same outcome differ only in a number.
extension ProgramCompiler {
  /// Returns the prepared part of the finding of a clause that applies.
  /// - Parameter opening: the JSON before the message.
  mutating func finding(of clause: Clause, _ outcome: Outcome, _ opening: String) -> CompiledFinding {
    var finding = CompiledFinding(opening: pieces.unique(json: opening))
    guard let check = clause.check else {
      switch outcome {
      case .met: prepareWhole(CompiledMessages.notice(isRegistered: true), [], opening: opening, in: &finding)
      case .unknown: prepareWhole(CompiledMessages.notice(isRegistered: false), [], opening: opening, in: &finding)
      case .unmet, .notApplicable: break
      }
      return finding
    }
    switch (program.checks[check], outcome) {
    case (.isTrue(let check), .met), (.isTrue(let check), .unmet):
      let field = check.field
      let isTrue = outcome == .met
      prepareWhole(Self.flagMessage(field, isTrue), [(field.path, "\(isTrue)", .text("true"))], opening: opening, in: &finding)
    case (.isTrue(let check), .unknown):
      let field = check.field
      prepareWhole(Self.missing(field.label), [(field.path, "null", .text("true"))], opening: opening, in: &finding)
    case (.compare(let check), .met), (.compare(let check), .unmet):
      let (comparison, bound, written) = (check.comparison, check.bound, check.written)
      let quantity = program.checks[check.quantity]
      // The evidence also shows operands, elements or parts, which differ between applications.
      switch quantity.source {
      case .computed, .elements: return finding
      default: if quantities[check.quantity.index].isExact { return finding }
      }
      let tail = Self.phrase(comparison, bound, written, isMet: outcome == .met)
      prepareNumber(quantity, tail, .comparison(comparison, bound.value), opening: opening, in: &finding)
    case (.compare(let check), .unknown):
      let (comparison, bound) = (check.comparison, check.bound)
      let quantity = program.checks[check.quantity]
      switch quantity.source {
      // The message depends on which parts are missing.
      case .sum, .knownSum, .computed, .elements, .span, .difference, .product, .mean, .ratio, .growth: break
      case .field, .yearly, .length, .tally:
        prepareWhole(
          Self.missing(quantity.label), [(quantity.path, "null", .comparison(comparison, bound.value))], opening: opening,
          in: &finding)
      }
    default: break
    }
    return finding
  }

  /// Prepares the whole finding.
  private mutating func prepareWhole(
    _ message: String, _ evidence: [(path: String, value: String, required: Requirement)], opening: String,
    in finding: inout CompiledFinding
  ) {
    let message = opening + message.escaped
    let middle = message + CompiledMessages.evidence
    let items = evidence.map { Self.opening($0.path) + $0.value + Self.closing($0.required) }
    finding.kind = .whole
    finding.head = pieces.unique(json: middle + items.joined(separator: ","))
  }

  /// Prepares everything except the number in the message and in the evidence.
  private mutating func prepareNumber(
    _ quantity: Quantity, _ tail: String, _ required: Requirement, opening: String, in finding: inout CompiledFinding
  ) {
    let escapedTail = tail.escaped
    let middle = escapedTail + CompiledMessages.evidence
    finding.kind = .number
    finding.head = pieces.unique(json: opening + quantity.label.escaped)
    finding.middle = pieces.json(middle + Self.opening(quantity.path))
    finding.rest = closing(required)
  }
}
