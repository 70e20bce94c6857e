/// Findings that are made beforehand: most clauses ask one thing, and say the same of all applications but for a number.
extension ProgramCompiler {
  /// A finding of a clause that applies.
  /// - Parameter opening: its JSON up to its message.
  mutating func finding(of clause: Clause, _ outcome: Outcome, _ opening: String) -> CompiledFinding {
    guard let check = clause.check else {
      switch outcome {
      case .met: return whole(opening, "已另行通知，按通知要求办理", [])
      case .unknown: return whole(opening, "申报事项另行通知，尚未登记通知，以通知为准", [])
      default: return CompiledFinding()
      }
    }
    switch (program.checks[check], outcome) {
    case (.isTrue(let field), .met):
      return whole(opening, field.label + "：是", [fact(field.path, "true", "true")])
    case (.isTrue(let field), .unmet):
      return whole(opening, field.label + "：否", [fact(field.path, "false", "true")])
    case (.isTrue(let field), .unknown):
      return whole(opening, "未填写\(field.label)，请补充", [fact(field.path, "null", "true")])
    case (.compare(let id, let comparison, let bound, _, let written), .met),
      (.compare(let id, let comparison, let bound, _, let written), .unmet):
      let quantity = program.checks[id]
      if case .computed = quantity.source { return CompiledFinding() }
      let adjusted = bound == written ? "" : "（按配置调整，原为\(written.text)）"
      let words = bound.unit.name + "，" + comparison.words(outcome == .met) + bound.text + adjusted
      return number(opening, quantity, words, required(comparison, bound))
    case (.compare(let id, let comparison, let bound, _, _), .unknown):
      let quantity = program.checks[id]
      switch quantity.source {
      case .sum, .knownSum, .computed: return CompiledFinding()
      default:
        return whole(opening, "未填写\(quantity.label)，请补充", [fact(quantity.path, "null", required(comparison, bound))])
      }
    default: return CompiledFinding()
    }
  }

  private func required(_ comparison: Comparison, _ bound: Bound) -> String {
    var required: Bytes = []
    required.append(comparison.rawValue + " ")
    required.append(number: bound.value)
    return required.text
  }

  private func fact(_ path: String, _ value: String, _ required: String) -> String {
    "{\"field\":\(path.asJSON),\"value\":\(value),\"required\":\(required.asJSON)}"
  }

  private mutating func whole(_ opening: String, _ message: String, _ facts: [String]) -> CompiledFinding {
    let said = opening + message.escaped
    let middle = said + "\",\"evidence\":["
    return CompiledFinding(
      kind: .whole, head: pieces.unique(json: middle + facts.joined(separator: ",")), message: Int32(opening.utf8.count),
      messageEnd: Int32(said.utf8.count), evidence: Int32(middle.utf8.count))
  }

  private mutating func number(
    _ opening: String, _ quantity: Quantity, _ words: String, _ required: String
  ) -> CompiledFinding {
    let said = words.escaped
    let middle = said + "\",\"evidence\":["
    return CompiledFinding(
      kind: .number, head: pieces.unique(json: opening + quantity.label.escaped),
      middle: pieces.json(middle + "{\"field\":\(quantity.path.asJSON),\"value\":"),
      rest: pieces.json(",\"required\":\(required.asJSON)}"), message: Int32(opening.utf8.count),
      messageEnd: Int32(said.utf8.count), evidence: Int32(middle.utf8.count))
  }
}
