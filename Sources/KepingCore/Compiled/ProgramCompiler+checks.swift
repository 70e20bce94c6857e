extension ProgramCompiler {
  mutating func compile(_ check: Check) {
    switch check {
    case .compare(let check):
      checks.append(compare(check.quantity, check.comparison, bound: check.bound, written: check.written))
    case .compareQuantities(let check):
      checks.append(compare(check.left, check.comparison, check.right))
    case .every(let check):
      checks.append(CompiledCheck(kind: .every, subject: Int32(matches.count)))
      compile(check)
    case .tiered(let check):
      let parts = check.tiers.flatMap { [$0.when.index, $0.check.index] }
      checks.append(CompiledCheck(kind: .tiered, parts: list(parts + [check.otherwise.index])))
    case .compareDates(let check): checks.append(compare(check))
    case .compareSpan(let check): checks.append(compare(check))
    case .all(let check): checks.append(joinedCheck(.all, check.children))
    case .anyOf(let check): checks.append(joinedCheck(.anyOf, check.children))
    case .not(let check): checks.append(CompiledCheck(kind: .not, subject: Int32(check.child.index)))
    case .leftOpen(let check):
      checks.append(CompiledCheck(kind: .leftOpen, subject: Int32(check.child.index), label: text("，" + check.reason)))
    case .judged(let check):
      checks.append(CompiledCheck(kind: .judged, call: compile(check.call), label: text(check.label)))
    case .any(let match):
      checks.append(CompiledCheck(kind: .any, subject: Int32(matches.count)))
      compile(match)
    case .isTrue, .isOne, .within, .given, .some, .none, .contains: checks.append(fieldCheck(check))
    }
  }

  private mutating func joinedCheck(_ kind: CompiledCheck.Kind, _ children: [CheckID]) -> CompiledCheck {
    CompiledCheck(kind: kind, parts: list(children.map(\.index)))
  }

  private mutating func compare(
    _ quantity: QuantityID, _ comparison: Comparison, bound: Bound, written: Bound
  ) -> CompiledCheck {
    let isExact = quantities[quantity.index].isExact
    var compiled = CompiledCheck(
      kind: isExact ? .compareExactly : .compare, comparison: comparison, exponent: Int8(bound.unit.exponent),
      subject: Int32(quantity.index), other: isExact ? exactBound(bound) : -1, bound: bound.value,
      met: text(Self.phrase(comparison, bound, written, isMet: true)),
      unmet: text(Self.phrase(comparison, bound, written, isMet: false)),
      closing: closing(.comparison(comparison, bound.value), unit: bound.unit))
    if case .elements = program.checks[quantity].source {
      compiled.kind = .compareElements
      compiled.missing = text("，无法判断是否\(comparison.phrase(true))\(bound.text)，请补充")
      compiled.extra = text(bound.unit.name)
    }
    return compiled
  }

  private mutating func compare(_ left: QuantityID, _ comparison: Comparison, _ right: QuantityID) -> CompiledCheck {
    let unit = Unit.usual(program.checks[left].measure)
    let label = program.checks[right].label
    func tail(_ isMet: Bool) -> String { unit.name + "，" + comparison.phrase(isMet) + label }
    let isExact = quantities[left.index].isExact || quantities[right.index].isExact
    return CompiledCheck(
      kind: isExact ? .compareQuantitiesExactly : .compareQuantities, comparison: comparison, exponent: Int8(unit.exponent),
      subject: Int32(left.index), other: Int32(right.index), met: text(tail(true)), unmet: text(tail(false)),
      closing: json(",\"required\":\"\(comparison.rawValue) "), extra: text(unit.name))
  }

  /// Returns the compiled form of a check that tests a single field.
  private mutating func fieldCheck(_ check: Check) -> CompiledCheck {
    switch check {
    case .isTrue(let check):
      let field = check.field
      var compiled = field.compiled(.isTrue, &self, required: .text("true"))
      compiled.answers = Int32(answers.count)
      for isTrue in [false, true] {
        addAnswer(field, message: Self.flagMessage(field, isTrue), value: "\(isTrue)", required: .text("true"))
      }
      return compiled
    case .isOne(let check):
      let (field, known) = (check.field, check.known)
      let wanted = known.sorted()
      let other = "，不属于" + field.labels(of: wanted)
      let required = Requirement.text(field.values(of: wanted))
      var compiled = field.compiled(.isOne, &self, label: field.label + "为", unmet: other, required: required)
      compiled.absent = field.field.absence.truth
      compiled.parts = mask(known)
      compiled.answers = Int32(answers.count)
      for (index, choice) in field.choices.enumerated() {
        addAnswer(
          field, message: "\(field.label)为\(choice.label)\(known.contains(index) ? "" : other)", value: choice.value.asJSON,
          required: required)
      }
      return compiled
    case .within(let check):
      let (field, prefix, area) = (check.field, check.prefix, check.area)
      var compiled = field.compiled(
        .within, &self, label: field.label, met: "，在" + area, unmet: "，不在" + area, required: .text(prefix.text + "*"))
      compiled.parts = self.prefix(prefix)
      return compiled
    case .given(let check):
      let field = check.field
      var compiled = field.compiled(.given, &self, label: "已填写" + field.label, required: .text("given"))
      compiled.field =
        switch field.field.type {
        case _ where field.field.isPrivate: .other
        case .money: .money
        case .count, .year, .decimal, .percent: .number
        case .text, .creditCode, .division, .time, .date, .choice: .text
        default: .other
        }
      compiled.extra = text(Unit.usual(.money).name)
      return compiled
    case .some(let check): return lengthCheck(.some, check.field, required: .comparison(.moreThan, 0))
    case .none(let check): return lengthCheck(.none, check.field, required: .text("0"))
    case .contains(let check):
      let (field, known) = (check.field, check.known)
      let choice = field.choices[known]
      var compiled = field.compiled(
        .contains, &self, met: field.label + "包括" + choice.label, unmet: field.label + "不包括" + choice.label,
        required: .text(choice.value))
      compiled.label = knownText(choice.value)
      compiled.absent = field.field.absence.truth
      compiled.other = Int32(known)
      compiled.extra = element(field.path)
      compiled.answers = Int32(answers.count)
      answers.append(CompiledAnswer(message: text(field.label + "“")))
      answers.append(
        CompiledAnswer(
          message: text("”不在所列之内，无法判断是否属于\(choice.label)，请核对"),
          evidence: closing(.text(choice.value), isQuoted: true)))
      return compiled
    default: preconditionFailure("not a check of a single field")
    }
  }

  private mutating func lengthCheck(_ kind: CompiledCheck.Kind, _ field: FieldReference, required: Requirement) -> CompiledCheck {
    var compiled = field.compiled(kind, &self, met: "有" + field.label, unmet: "没有" + field.label, required: required)
    compiled.absent = field.field.absence.truth
    return compiled
  }

  /// Stores a prepared answer.
  private mutating func addAnswer(_ field: FieldReference, message: String, value: String, required: Requirement) {
    let evidence = Self.opening(field.path) + value + Self.closing(required)
    answers.append(CompiledAnswer(message: text(message), evidence: json(evidence)))
  }

  /// Stores a known value of a list of texts, in the form in which evidence shows it.
  private mutating func knownText(_ value: String) -> Piece {
    switch form {
    case .json: pieces.json(value.asJSON)
    case .values: values.string(value)
    }
  }

  // MARK: Lists

  /// Compiles the parts of a match that do not depend on the check: the list, its filters and the evidence about it.
  /// - Parameter required: what the elements must be, as evidence shows it.
  private mutating func compileSearch(_ match: ListMatch, required: String) -> CompiledMatch {
    var compiled = CompiledMatch(
      slot: Int32(match.list.slot), stride: Int32(match.stride), name: Int32(match.nameSlot ?? -1),
      includesApplicant: match.includesApplicant, absent: match.list.field.absence.truth)
    let start = Int32(filters.count)
    for filter in match.filters { compile(filter) }
    compiled.filters = start..<Int32(filters.count)
    compiled.missing = missing(match.list.label)
    compiled.list = text(match.list.label)
    compiled.opening = opening(match.list.path)
    compiled.element = element(match.list.path)
    compiled.closing = closing(.text(required))
    compiled.closingNamed = closing(.text(required), isQuoted: true)
    return compiled
  }

  private mutating func compile(_ match: ListMatch) {
    var compiled = compileSearch(match, required: match.label)
    compiled.found = text("有" + match.currentLabel)
    compiled.foundNamed = text("有\(match.currentLabel)：")
    compiled.none = text("没有" + match.currentLabel)
    compiled.undecided = text("，无法判断是否有\(match.currentLabel)，请补充")
    matches.append(compiled)
  }

  private mutating func compile(_ check: EveryCheck) {
    let match = check.match
    var compiled = compileSearch(match, required: check.requirement)
    let (all, not) = match.label.isEmpty ? ("都符合“\(match.condition)”", "不符合“\(match.condition)”") : ("都是", "不是")
    compiled.found = text(match.wholeLabel + all + match.currentLabel)
    compiled.none = text(not + match.currentLabel)
    compiled.undecided = text("，无法判断是否\(all)\(match.currentLabel)，请补充")
    matches.append(compiled)
  }

  /// Compiles the list and the number that a quantity of elements reads.
  mutating func compile(_ elements: ElementsQuantity, in compiled: inout CompiledQuantity) {
    compiled.kind = .elements
    compiled.slot = Int32(matches.count)
    matches.append(compileSearch(elements.match, required: ""))
    guard let amount = elements.amount else { return }
    compiled.isSigned = amount.field.type.name.kind.isSigned
    compiled.other = Int32(filters.count)
    filters.append(
      CompiledFilter(kind: .number, slot: Int32(amount.slot), label: text(amount.label), path: text(amount.path)))
  }

  private mutating func compile(_ filter: ListMatch.Filter) {
    var compiled = CompiledFilter(
      kind: .flag, isPrivate: filter.field.field.isPrivate,
      absent: filter.field.field.absence.truth, slot: Int32(filter.field.slot),
      applicant: Int32(filter.applicantSlot ?? -1), label: text(filter.field.label), path: text(filter.field.path))
    switch filter.wanted {
    case .known(let known):
      compiled.kind = .known
      compiled.parts = mask(known)
    case .within(let prefix, let fallback):
      compiled.kind = .within
      compiled.parts = self.prefix(prefix)
      compiled.fallback = Int32(fallback ?? -1)
    case .flag(let wanted): compiled.wanted = wanted
    case .number(let comparison):
      compiled.kind = .number
      compiled.comparison = comparison.comparison
      compiled.bound = comparison.bound.value
    case .texts(let texts):
      compiled.kind = .text
      compiled.parts = list(
        texts.flatMap { text in
          let range = self.prefix(Bytes(text.utf8))
          return [Int(range.lowerBound), Int(range.upperBound)]
        })
    case .date(let comparison):
      compiled.kind = .date
      compiled.comparison = comparison.comparison
      compiled.bound = comparison.bound.value
    }
    filters.append(compiled)
  }
}

extension FieldReference {
  fileprivate func compiled(
    _ kind: CompiledCheck.Kind, _ compiler: inout ProgramCompiler, label: String = "", met: String = "", unmet: String = "",
    required: Requirement
  ) -> CompiledCheck {
    CompiledCheck(
      kind: kind, subject: Int32(slot), label: compiler.text(label), met: compiler.text(met), unmet: compiler.text(unmet),
      missing: compiler.missing(self.label), opening: compiler.opening(path),
      closing: compiler.closing(required))
  }
}
