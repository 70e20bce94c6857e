extension ProgramCompiler {
  mutating func compile(_ check: Check) {
    switch check {
    case .compare(let quantity, let comparison, let bound, _, let written):
      checks.append(compare(quantity, comparison, bound, written))
    case .compareQuantities(let left, let comparison, let right):
      checks.append(compare(left, comparison, right))
    case .all(let children): checks.append(joint(.all, children))
    case .anyOf(let children): checks.append(joint(.anyOf, children))
    case .not(let child): checks.append(CompiledCheck(kind: .not, subject: Int32(child.index)))
    case .leftOpen(let child, let reason):
      checks.append(CompiledCheck(kind: .leftOpen, subject: Int32(child.index), label: pieces.text("，" + reason)))
    case .judged(let call, let label):
      checks.append(CompiledCheck(kind: .judged, call: compile(call), label: pieces.text(label)))
    case .any(let match):
      checks.append(CompiledCheck(kind: .any, subject: Int32(matches.count)))
      compile(match)
    default: checks.append(field(check))
    }
  }

  private mutating func joint(_ kind: CompiledCheck.Kind, _ children: [CheckID]) -> CompiledCheck {
    CompiledCheck(kind: kind, parts: list(children.map(\.index)))
  }

  private mutating func compare(
    _ quantity: QuantityID, _ comparison: Comparison, _ bound: Bound, _ written: Bound
  ) -> CompiledCheck {
    CompiledCheck(
      kind: .compare, comparison: comparison, places: Int8(bound.unit.places), subject: Int32(quantity.index),
      bound: bound.value, met: pieces.text(Self.words(comparison, bound, written, isMet: true)),
      unmet: pieces.text(Self.words(comparison, bound, written, isMet: false)),
      closing: closing(Self.required(comparison, bound)))
  }

  private mutating func compare(_ left: QuantityID, _ comparison: Comparison, _ right: QuantityID) -> CompiledCheck {
    let unit = Unit.usual(program.checks[left].measure)
    let label = program.checks[right].label
    func words(_ isMet: Bool) -> String { unit.name + "，" + comparison.words(isMet) + label }
    return CompiledCheck(
      kind: .compareQuantities, comparison: comparison, places: Int8(unit.places), subject: Int32(left.index),
      other: Int32(right.index), met: pieces.text(words(true)), unmet: pieces.text(words(false)),
      closing: pieces.json(",\"required\":\"\(comparison.rawValue) "), extra: pieces.text(unit.name))
  }

  /// A check that asks of a single field.
  private mutating func field(_ check: Check) -> CompiledCheck {
    switch check {
    case .isTrue(let field):
      var compiled = field.compiled(.isTrue, &self, required: "true")
      compiled.answers = Int32(answers.count)
      for isTrue in [false, true] { answer(field, Self.said(field, isTrue), "\(isTrue)", "true") }
      return compiled
    case .isOne(let field, let known):
      let wanted = known.sorted().map { field.choices[$0] }
      let other = "，不属于" + wanted.map(\.label).joined(separator: "、")
      let required = wanted.map(\.value).joined(separator: " | ")
      var compiled = field.compiled(.isOne, &self, label: field.label + "为", unmet: other, required: required)
      compiled.absent = Self.truth(field.field.absence)
      compiled.parts = mask(known)
      compiled.answers = Int32(answers.count)
      for (place, choice) in field.choices.enumerated() {
        answer(field, "\(field.label)为\(choice.label)\(known.contains(place) ? "" : other)", choice.value.asJSON, required)
      }
      return compiled
    case .within(let field, let prefix, let place):
      var compiled = field.compiled(
        .within, &self, label: field.label, met: "，在" + place, unmet: "，不在" + place, required: prefix.text + "*")
      compiled.parts = self.prefix(prefix)
      return compiled
    case .given(let field):
      var compiled = field.compiled(.given, &self, label: "已填写" + field.label, required: "given")
      compiled.field =
        switch field.field.type {
        case .money: .money
        case .count, .year: .number
        case .text, .creditCode, .division, .time, .choice: .text
        default: .other
        }
      compiled.extra = pieces.text(Unit.usual(.money).name)
      return compiled
    case .some(let field): return length(.some, field, required: "> 0")
    case .none(let field): return length(.none, field, required: "0")
    case .contains(let field, let known):
      let choice = field.choices[known]
      var compiled = field.compiled(
        .contains, &self, met: field.label + "包括" + choice.label, unmet: field.label + "不包括" + choice.label,
        required: choice.value)
      compiled.label = pieces.json(choice.value.asJSON)
      compiled.absent = Self.truth(field.field.absence)
      compiled.other = Int32(known)
      compiled.extra = pieces.json("{\"field\":\"\(field.path.escaped)[")
      return compiled
    default: preconditionFailure("a check of a single field")
    }
  }

  private mutating func length(_ kind: CompiledCheck.Kind, _ field: FieldReference, required: String) -> CompiledCheck {
    var compiled = field.compiled(kind, &self, met: "有" + field.label, unmet: "没有" + field.label, required: required)
    compiled.absent = Self.truth(field.field.absence)
    return compiled
  }

  private mutating func answer(_ field: FieldReference, _ said: String, _ value: String, _ required: String) {
    let noted = Self.opening(field.path) + value + Self.closing(required)
    answers.append(CompiledAnswer(said: pieces.text(said), noted: pieces.json(noted)))
  }

  // MARK: Lists

  private mutating func compile(_ match: ListMatch) {
    var compiled = CompiledMatch(
      slot: Int32(match.list.slot), stride: Int32(match.stride), name: Int32(match.nameSlot ?? -1),
      includesApplicant: match.includesApplicant, absent: Self.truth(match.list.field.absence))
    let start = Int32(filters.count)
    for filter in match.filters { compile(filter) }
    compiled.filters = start..<Int32(filters.count)
    compiled.found = pieces.text("有" + match.label)
    compiled.foundNamed = pieces.text("有\(match.label)：")
    compiled.none = pieces.text("没有" + match.label)
    compiled.open = pieces.text("，无法判断是否有\(match.label)，请补充")
    compiled.missing = missing(match.list.label)
    compiled.list = pieces.text(match.list.label)
    compiled.opening = opening(match.list.path)
    compiled.element = pieces.json("{\"field\":\"\(match.list.path.escaped)[")
    compiled.closing = closing(match.label)
    compiled.closingNamed = pieces.json("\"" + Self.closing(match.label))
    matches.append(compiled)
  }

  private mutating func compile(_ filter: ListMatch.Filter) {
    var compiled = CompiledFilter(
      kind: .flag, absent: Self.truth(filter.field.field.absence), slot: Int32(filter.field.slot),
      applicant: Int32(filter.applicantSlot ?? -1), label: pieces.text(filter.field.label), path: pieces.text(filter.field.path))
    switch filter.wanted {
    case .known(let known):
      compiled.kind = .known
      compiled.parts = mask(known)
    case .within(let prefix, let fallback):
      compiled.kind = .within
      compiled.parts = self.prefix(prefix)
      compiled.fallback = Int32(fallback ?? -1)
    case .flag(let wanted): compiled.wanted = wanted
    }
    filters.append(compiled)
  }
}

extension FieldReference {
  fileprivate func compiled(
    _ kind: CompiledCheck.Kind, _ compiler: inout ProgramCompiler, label: String = "", met: String = "", unmet: String = "",
    required: String
  ) -> CompiledCheck {
    CompiledCheck(
      kind: kind, subject: Int32(slot), label: compiler.pieces.text(label), met: compiler.pieces.text(met),
      unmet: compiler.pieces.text(unmet), missing: compiler.missing(self.label), opening: compiler.opening(path),
      closing: compiler.closing(required))
  }
}
