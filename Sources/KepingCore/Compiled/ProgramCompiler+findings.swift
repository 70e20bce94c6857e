/// Findings that are made beforehand: most clauses ask one thing, and say the same of all applications but for a number.
extension ProgramCompiler {
  /// A finding of a clause that applies.
  /// - Parameter opening: its JSON up to its message.
  mutating func finding(of clause: Clause, _ outcome: Outcome, _ opening: String) -> CompiledFinding {
    var finding = CompiledFinding(opening: pieces.unique(json: opening))
    guard let check = clause.check else {
      switch outcome {
      case .met: say(CompiledMessages.notice(isRegistered: true), [], opening, in: &finding)
      case .unknown: say(CompiledMessages.notice(isRegistered: false), [], opening, in: &finding)
      case .unmet, .notApplicable: break
      }
      return finding
    }
    switch (program.checks[check], outcome) {
    case (.isTrue(let check), .met), (.isTrue(let check), .unmet):
      let field = check.field
      let isTrue = outcome == .met
      say(Self.said(field, isTrue), [(field.path, "\(isTrue)", .text("true"))], opening, in: &finding)
    case (.isTrue(let check), .unknown):
      let field = check.field
      say(Self.missing(field.label), [(field.path, "null", .text("true"))], opening, in: &finding)
    case (.compare(let check), .met), (.compare(let check), .unmet):
      let (comparison, bound, written) = (check.comparison, check.bound, check.written)
      let quantity = program.checks[check.quantity]
      // What a function makes of its operands rests on these, too.
      if case .computed = quantity.source { break }
      let words = Self.phrase(comparison, bound, written, isMet: outcome == .met)
      say(quantity, words, .comparison(comparison, bound.value), opening, in: &finding)
    case (.compare(let check), .unknown):
      let (comparison, bound) = (check.comparison, check.bound)
      let quantity = program.checks[check.quantity]
      switch quantity.source {
      // Only some of its parts may be missing.
      case .sum, .knownSum, .computed: break
      case .field, .yearly, .length, .tally:
        say(
          Self.missing(quantity.label), [(quantity.path, "null", .comparison(comparison, bound.value))], opening,
          in: &finding)
      }
    default: break
    }
    return finding
  }

  /// Makes all of a finding.
  private mutating func say(
    _ message: String, _ facts: [(path: String, value: String, required: Requirement)], _ opening: String,
    in finding: inout CompiledFinding
  ) {
    let said = opening + message.escaped
    let middle = said + CompiledMessages.evidence
    let evidence = facts.map { Self.opening($0.path) + $0.value + Self.closing($0.required) }
    finding.kind = .whole
    finding.head = pieces.unique(json: middle + evidence.joined(separator: ","))
  }

  /// Makes a finding of all but its number.
  private mutating func say(
    _ quantity: Quantity, _ words: String, _ required: Requirement, _ opening: String, in finding: inout CompiledFinding
  ) {
    let said = words.escaped
    let middle = said + CompiledMessages.evidence
    finding.kind = .number
    finding.head = pieces.unique(json: opening + quantity.label.escaped)
    finding.middle = pieces.json(middle + Self.opening(quantity.path))
    finding.rest = closing(required)
  }
}
