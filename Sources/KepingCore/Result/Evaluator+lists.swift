extension Evaluator {
  /// Whether a list has an element that matches, the applicant counted as one where it should be.
  mutating func any(_ place: Int, _ program: CompiledProgram) -> Truth {
    let match = program.matches[place]
    let list = record.slots[Int(match.slot)]
    var any: Truth = list.isPresent ? .unmet : match.absent
    if match.includesApplicant { any = max(any, truth(of: Self.applicant, match, list, program)) }
    guard list.isPresent else { return any }
    for index in 0..<list.count where any != .met { any = max(any, truth(of: index, match, list, program)) }
    return any
  }

  /// The place of the applicant among the elements of a list.
  static let applicant = -1

  /// Whether an element matches.
  mutating func truth(of element: Int, _ match: CompiledMatch, _ list: Record.Slot, _ program: CompiledProgram) -> Truth {
    var all = Truth.met
    for place in match.filters {
      let filter = program.filters[Int(place)]
      let slot = slot(of: filter, element, match, list)
      let truth: Truth
      if !slot.isPresent {
        truth = filter.absent
      } else {
        switch filter.kind {
        case .known: truth = Truth(program.contains(filter.parts, slot.number))
        case .within: truth = Truth(begins(slot, filter.parts, program))
        case .flag: truth = Truth((slot.number == 1) == filter.wanted)
        }
      }
      all = min(all, truth)
      if all == .unmet { break }
    }
    return all
  }

  /// What a filter looks at: the element's own value, or what stands in for it.
  mutating func slot(of filter: CompiledFilter, _ element: Int, _ match: CompiledMatch, _ list: Record.Slot) -> Record.Slot {
    guard element != Self.applicant else {
      return filter.applicant >= 0 ? record.slots[Int(filter.applicant)] : Record.Slot()
    }
    let own = record.element(element, of: list, stride: Int(match.stride), field: Int(filter.slot))
    return !own.isPresent && filter.fallback >= 0 ? record.slots[Int(filter.fallback)] : own
  }

  /// The first element with an answer.
  private mutating func first(_ wanted: Truth, _ match: CompiledMatch, _ list: Record.Slot, _ program: CompiledProgram) -> Int? {
    let first = match.includesApplicant ? Self.applicant : 0
    for element in first..<(list.isPresent ? list.count : 0)
    where truth(of: element, match, list, program) == wanted { return element }
    return nil
  }

  /// Says which element matches, or why none does.
  mutating func explain(_ match: CompiledMatch, _ program: CompiledProgram) {
    let list = record.slots[Int(match.slot)]
    if let found = first(.met, match, list, program) { return explain(found, match, list, program) }
    if let open = first(.unknown, match, list, program) { return explainOpen(open, match, list, program) }
    if !list.isPresent && match.absent == .unknown {
      evaluation.body.append(match.missing, of: program.texts)
      note(match.opening, match.closing, program) { $0.append(.null) }
    } else {
      evaluation.body.append(match.none, of: program.texts)
      note(match.opening, match.closing, program) { $0.append(decimal: list.isPresent ? list.count : 0) }
    }
  }

  private mutating func explain(_ found: Int, _ match: CompiledMatch, _ list: Record.Slot, _ program: CompiledProgram) {
    if found != Self.applicant, match.name >= 0 {
      let name = record.element(found, of: list, stride: Int(match.stride), field: Int(match.name))
      if name.isPresent { return explain(found, name, match, program) }
    }
    evaluation.body.append(match.found, of: program.texts)
    evaluation.body.append(found == Self.applicant ? "（申报单位）" : "（第\(found + 1)项）")
    beginFact(of: found, match, path: nil, program)
    facts.append(.true)
    facts.append(match.closing, of: program.texts)
  }

  /// The same of an element that has a name.
  private mutating func explain(_ found: Int, _ name: Record.Slot, _ match: CompiledMatch, _ program: CompiledProgram) {
    evaluation.body.append(match.foundNamed, of: program.texts)
    evaluation.body.append(name, record.bytes, record.unescaped, isScanned: record.isScanned)
    separateFacts()
    facts.append(match.element, Output.Number(value: Double(found), places: 0), program.words.elementNamed, of: program.texts)
    facts.append(name, record.bytes, record.unescaped, isScanned: record.isScanned)
    facts.append(match.closingNamed, of: program.texts)
  }

  /// Asks for what an element lacks.
  private mutating func explainOpen(_ open: Int, _ match: CompiledMatch, _ list: Record.Slot, _ program: CompiledProgram) {
    if open == Self.applicant {
      evaluation.body.append("申报单位")
    } else {
      evaluation.body.append(match.list, of: program.texts)
      evaluation.body.append("第\(open + 1)项")
    }
    evaluation.body.append("未填写")
    var isFirst = true
    for place in match.filters {
      let filter = program.filters[Int(place)]
      if slot(of: filter, open, match, list).isPresent { continue }
      if !isFirst { evaluation.body.append("、") }
      isFirst = false
      evaluation.body.append(filter.label, of: program.texts)
      beginFact(of: open, match, path: filter.path, program)
      facts.append(.null)
      facts.append(match.closing, of: program.texts)
    }
    evaluation.body.append(match.open, of: program.texts)
  }

  /// Begins the evidence of an element: `{"field":"partners[0].kind","value":`
  private mutating func beginFact(of element: Int, _ match: CompiledMatch, path: Piece?, _ program: CompiledProgram) {
    separateFacts()
    if element == Self.applicant {
      facts.append("{\"field\":\"applicant")
    } else {
      facts.append(match.element, of: program.texts)
      facts.append(decimal: element)
      facts.append(UInt8(ascii: "]"))
    }
    if let path {
      facts.append(UInt8(ascii: "."))
      facts.append(path, of: program.texts)
    }
    facts.append(program.words.fieldEnd, of: program.texts)
  }
}
