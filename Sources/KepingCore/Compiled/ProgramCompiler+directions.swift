extension ProgramCompiler {
  mutating func compile(_ direction: Direction) {
    var compiled = CompiledDirection(
      hasWindow: direction.window != nil, sharesPoints: direction.notApplicable == .shared)
    var reference: Bytes = []
    reference.append(program.reference)
    func opening(_ verdict: Verdict) -> Piece {
      json("\(reference.text),\"verdict\":\"\(verdict.rawValue)\",\"findings\":[")
    }
    compiled.pass = opening(.pass)
    compiled.supplement = opening(.supplement)
    compiled.fail = opening(.fail)
    // The index of the finding of each clause, or -1 for a limit.
    var findings: [Int] = []
    for (index, clause) in direction.clauses.enumerated() {
      guard clause.kind != .limit else {
        findings.append(-1)
        continue
      }
      findings.append(compiled.clauses.count)
      compiled.clauses.append(compile(clause, index, isFirst: compiled.clauses.isEmpty))
    }
    for criterion in direction.criteria {
      let finding = criterion.clause.map { findings[$0] } ?? -1
      compiled.criteria.append(compile(criterion, finding: finding, isFirst: compiled.criteria.isEmpty))
    }
    directions.append(compiled)
  }

  private mutating func compile(_ clause: Clause, _ index: Int, isFirst: Bool) -> CompiledClause {
    let compiled = CompiledClause(
      index: index, check: Int32(clause.check?.index ?? -1), condition: Int32(clause.appliesWhen?.index ?? -1),
      kind: clause.kind, findings: Int32(findings.count))
    // Findings as values are built from their parts, so nothing can be prepared.
    guard form == .json else { return compiled }
    let beginning =
      (isFirst ? "" : "]},") + "{\"clause\":\(clause.id.asJSON),\"kind\":\"\(clause.kind.rawValue)\",\"outcome\":\""
    let end = "\",\"quote\":\(clause.quote.asJSON),\"message\":\""
    for outcome in Outcome.allCases {
      findings.append(finding(of: clause, outcome, beginning + outcome.rawValue + end))
    }
    return compiled
  }

  private mutating func compile(_ criterion: Criterion, finding: Int, isFirst: Bool) -> CompiledCriterion {
    var compiled = CompiledCriterion(kind: .outcome, finding: Int32(finding), maximum: criterion.maximum)
    let head = (isFirst ? "" : "\"},") + "{\"id\":\(criterion.id.asJSON),\"title\":\(criterion.title.asJSON),\"points\":"
    let maximum = String(tenths: criterion.maximum)
    let middle = ",\"max\":\(maximum),\"reason\":\""
    if form == .json { compiled.opening = pieces.unique(json: head) }
    var label = ""
    switch criterion.grade {
    case .outcome: break
    case .reach(let quantity, let bound, let full):
      compiled.kind = .reach
      compiled.quantity = Int32(quantity.index)
      compiled.from = bound
      compiled.full = full.value
      compiled.exponent = Int8(full.unit.exponent)
      var start: Bytes = []
      start.append(bound, in: full.unit)
      compiled.rest = text("\(full.unit.name)，起评\(start.text)得六成，满\(full.text)得满分")
    case .linear(let quantity, let from, let full):
      compiled.kind = .linear
      compiled.quantity = Int32(quantity.index)
      compiled.from = from.value
      compiled.full = full.value
      compiled.exponent = 3
      label = "得分系数"
      compiled.rest = text("，" + program.checks[quantity].label)
      compiled.valueExponent = Int8(full.unit.exponent)
      compiled.tail = text("\(full.unit.name)（\(from.text)得零分，\(full.text)得满分，其间按比例）")
    case .share(let parts):
      compiled.kind = .share
      compiled.parts = list(parts.map(\.index))
      label = "\(parts.count)项中符合"
      compiled.rest = text("项")
    case .quantity(let quantity):
      compiled.kind = .quantity
      compiled.quantity = Int32(quantity.index)
      compiled.exponent = 3
      label = program.checks[quantity].label + "得分系数"
    case .tiered(let tiers, let otherwise):
      compiled.kind = .tiered
      var parts: [Int] = []
      for tier in tiers {
        parts += [tier.when.index, compile(tier.grade, of: criterion, finding: finding, isFirst: isFirst)]
      }
      compiled.parts = list(parts + [compile(otherwise, of: criterion, finding: finding, isFirst: isFirst)])
    }
    compiled.reason = text(label)
    compiled.middle = form == .json ? pieces.json(middle + label.escaped) : values.string(label)
    func item(_ points: String, _ reason: String) -> CompiledItem {
      switch form {
      case .json: CompiledItem(text: pieces.unique(json: head + points + middle + reason))
      case .values: CompiledItem(text: values.string(reason))
      }
    }
    compiled.unmetItem = item("0", ItemReason.unmet)
    compiled.unknownItem = item("0", ItemReason.unknown)
    compiled.notApplicableItem = item("0", ItemReason.notApplicable)
    if compiled.kind == .outcome { compiled.metItem = item(maximum, ItemReason.met) }
    return compiled
  }

  /// Stores a criterion with the grade of one tier, and returns its index in ``CompiledProgram/tierCriteria``.
  private mutating func compile(_ grade: Grade, of criterion: Criterion, finding: Int, isFirst: Bool) -> Int {
    var tier = criterion
    tier.grade = grade
    let compiled = compile(tier, finding: finding, isFirst: isFirst)
    tierCriteria.append(compiled)
    return tierCriteria.count - 1
  }
}
