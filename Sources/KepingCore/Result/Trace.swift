/// The result of one part of a program for one application: a clause, a criterion, a check or a quantity, with its parts.
public struct Trace: Sendable {
  /// The mark of the part.
  ///
  /// `✓`, `✗`, `?` and `–` mark the outcomes of clauses and checks, and `·` a clause without an outcome. `=` marks a known value
  /// and `?` an unknown one, `→` the condition on which a clause applies, `＋` a criterion, and `!` a failed function.
  public let mark: String
  /// The description of the part for clerks, with the values that were found.
  public let text: String
  /// The traces of the parts.
  public let parts: [Trace]

  init(_ mark: String, _ text: String, _ parts: [Trace] = []) {
    self.mark = mark
    self.text = text
    self.parts = parts
  }
}

extension Evaluator {
  /// Returns the traces of all clauses, then of all criteria, for the evaluator's record.
  ///
  /// Functions are called again, with a new budget.
  /// - Parameters:
  ///   - call: the direction to trace, of a program compiled for values.
  ///   - assessment: the assessment of the record.
  package func trace(_ call: EvaluationCall, _ assessment: Assessment) -> [Trace] {
    call.functions.begin()
    let direction = call.program.program.directions[call.direction]
    var tracer = Tracer(evaluator: self, compiled: call.program)
    // The profile must not contain the cost of tracing.
    tracer.evaluator.profile = nil
    tracer.evaluator.prepare(call.program, call.functions)
    var traces: [Trace] = []
    for (index, clause) in direction.clauses.enumerated() {
      let finding = assessment.isEvaluated ? direction.findingIndex(ofClause: index).map { assessment.findings[$0] } : nil
      traces.append(tracer.trace(clause, finding?.outcome))
    }
    for (index, criterion) in direction.criteria.enumerated() {
      traces.append(tracer.trace(criterion, assessment.isEvaluated ? assessment.items[index] : nil))
    }
    return traces
  }
}

/// Builds the traces of a program's checks for one record.
private struct Tracer {
  var evaluator: Evaluator
  let compiled: CompiledProgram

  private var program: Program { compiled.program }
  private var checks: Checks { compiled.program.checks }

  /// Returns the result of a function that is called with the evaluator.
  /// - Throws: ``EvaluationFailure`` if a function fails.
  private mutating func ask<Answer>(_ question: (inout Evaluator) -> Answer) throws(EvaluationFailure) -> Answer {
    let answer = question(&evaluator)
    if let failure = evaluator.failure {
      // Clears the failure and the cache, which may contain results that depend on the failed function.
      if let functions = evaluator.functions { evaluator.prepare(compiled, functions) }
      throw failure
    }
    return answer
  }

  mutating func trace(_ clause: Clause, _ outcome: Outcome?) -> Trace {
    var parts: [Trace] = []
    if let condition = clause.appliesWhen { parts.append(Trace("→", "适用条件", [trace(condition)])) }
    if let check = clause.check { parts.append(trace(check)) }
    return Trace(outcome?.mark ?? "·", "\(clause.id)　\(clause.kind.title)　\(clause.quote)", parts)
  }

  mutating func trace(_ criterion: Criterion, _ item: Assessment.ScoreItem?) -> Trace {
    let points =
      item.map { "\(String(tenths: $0.points))/\(String(tenths: $0.maximum))　\($0.reason)" }
      ?? "满分\(String(tenths: criterion.maximum))"
    return Trace("＋", "\(criterion.id)　得分　\(criterion.title)　\(points)", trace(criterion.grade))
  }

  private mutating func trace(_ grade: Grade) -> [Trace] {
    switch grade {
    case .outcome: return []
    case .reach(let quantity, _, _), .linear(let quantity, _, _), .quantity(let quantity): return [trace(quantity)]
    case .share(let children): return children.map { trace($0) }
    case .tiered(let tiers, let otherwise):
      return tiers.map { Trace("→", "适用情形", [trace($0.when)] + trace($0.grade)) }
        + [Trace("→", "其他情形", trace(otherwise))]
    }
  }

  mutating func trace(_ id: CheckID) -> Trace {
    let parts: [Trace] =
      switch checks[id] {
      case .compare(let check): [trace(check.quantity)]
      case .compareSpan(let check): [trace(check.quantity)]
      case .compareQuantities(let check): [trace(check.left), trace(check.right)]
      case .judged(let check): trace(check.call)
      case .tiered(let check):
        check.tiers.map { Trace("→", "适用情形", [trace($0.when), trace($0.check)]) }
          + [Trace("→", "其他情形", [trace(check.otherwise)])]
      default: checks.parts(of: id).map { trace($0) }
      }
    do throws(EvaluationFailure) {
      let compiled = compiled
      let mark = Outcome(try ask { $0.truth(Int32(id.index), compiled) }).mark
      if let label = checks.groupLabel(of: id) { return Trace(mark, label, parts) }
      return Trace(mark, parts.isEmpty ? "\(checks.description(of: id))　\(try values(id))" : checks.description(of: id), parts)
    } catch {
      return Trace("!", "\(checks.description(of: id))　\(error.message)", parts)
    }
  }

  private mutating func trace(_ id: QuantityID) -> Trace {
    let quantity = checks[id]
    var parts: [Trace] = []
    switch quantity.source {
    case .sum(let children), .knownSum(let children), .mean(let children): parts = children.map { trace($0) }
    case .difference(let first, let second), .ratio(let first, let second), .growth(let first, let second):
      parts = [trace(first), trace(second)]
    case .product(let operand, _): parts = [trace(operand)]
    case .span(let span): parts = [span.start, span.end].compactMap(\.field).map(trace)
    case .computed(let call): parts = trace(call)
    case .tally(let slots, let tally) where evaluator.record.slots[tally].isPresent:
      for slot in slots where evaluator.record.slots[slot].isPresent {
        parts.append(Trace("=", "\(program.schema.label(ofSlot: slot))　\(number(evaluator.record.slots[slot].number))"))
      }
    case .field, .yearly, .length, .tally, .elements: break
    }
    do throws(EvaluationFailure) {
      let compiled = compiled
      guard let value = try ask({ $0.value(Int32(id.index), compiled) }) else {
        return Trace("?", "\(quantity.label)　未知（\(quantity.path)）", parts)
      }
      var amount: Bytes = []
      amount.append(value, in: Unit.usual(quantity.measure))
      if case .span(let span) = quantity.source { amount.append(span.unit == .years ? "年" : "个月") }
      return Trace("=", "\(quantity.label)　\(amount.text)" + (quantity.path == quantity.label ? "" : "（\(quantity.path)）"), parts)
    } catch {
      return Trace("!", "\(quantity.label)　\(error.message)", parts)
    }
  }

  private func trace(_ date: FieldReference) -> Trace {
    let value = evaluator.record.slots[date.slot]
    let text = value.isPresent ? String(decoding: evaluator.record.text(value), as: UTF8.self) : "未知"
    return Trace(value.isPresent ? "=" : "?", "\(date.label)　\(text)（\(date.path)）")
  }

  private mutating func trace(_ call: FunctionCall) -> [Trace] {
    call.operands.map { operand in
      switch operand {
      case .quantity(let id): return trace(id)
      case .check(let id): return trace(id)
      case .text(let slot, let label, let path):
        let value = evaluator.record.slots[slot]
        let shown = program.schema.isPrivate(path) ? "已填写" : String(decoding: evaluator.record.text(value), as: UTF8.self)
        let text = value.isPresent ? shown : "未知"
        return Trace(value.isPresent ? "=" : "?", "\(label)　\(text)（\(path)）")
      case .record: return Trace("=", "整份申报书")
      }
    }
  }

  /// Returns the values that a check of fields depends on: `applicant.kind = "enterprise"`.
  private mutating func values(_ id: CheckID) throws(EvaluationFailure) -> String {
    let compiled = compiled
    var builder = AssessmentBuilder()
    try ask { $0.explain(Int32(id.index), compiled, into: &builder) }
    let values = builder.evidence.map { "\($0.field) = \($0.value.json)" }
    return "（\(values.joined(separator: "；"))）"
  }

  private func number(_ value: Double) -> String {
    var bytes: Bytes = []
    bytes.append(number: value)
    return bytes.text
  }
}
