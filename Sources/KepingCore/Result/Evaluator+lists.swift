extension Evaluator {
  /// Returns whether a list has a matching element, including the applicant if it counts as one.
  /// - Parameter index: the index of the match in ``CompiledProgram/matches``.
  mutating func truth(ofMatch index: Int, _ program: CompiledProgram) -> Truth {
    let match = program.matches[index]
    let list = record.slots[Int(match.slot)]
    var any: Truth = list.isPresent ? .unmet : match.absent
    if match.includesApplicant { any = max(any, truth(of: EvidenceElement.applicant, match, list, program)) }
    guard list.isPresent else { return any }
    for index in 0..<list.count where any != .met { any = max(any, truth(of: index, match, list, program)) }
    return any
  }

  /// Returns the indices of a list's elements, beginning with the applicant if it counts as one.
  mutating func elements(of match: CompiledMatch, _ list: Record.Slot) -> Range<Int> {
    (match.includesApplicant ? EvidenceElement.applicant : 0)..<(list.isPresent ? list.count : 0)
  }

  /// Returns whether an element meets all filters.
  /// - Parameter element: the index of the element, or ``EvidenceElement/applicant``.
  mutating func truth(of element: Int, _ match: CompiledMatch, _ list: Record.Slot, _ program: CompiledProgram) -> Truth {
    var all = Truth.met
    for index in match.filters {
      let filter = program.filters[Int(index)]
      all = min(all, truth(of: filter, slot(of: filter, element, match, list), program))
      if all == .unmet { break }
    }
    return all
  }

  /// Returns whether the value that a filter tests meets the filter.
  @inline(__always)
  mutating func truth(of filter: CompiledFilter, _ slot: Record.Slot, _ program: CompiledProgram) -> Truth {
    guard slot.isPresent else { return filter.absent }
    return switch filter.kind {
    case .known: Truth(program.contains(filter.parts, slot.number))
    case .within: Truth(begins(slot, filter.parts, program))
    case .flag: Truth((slot.number == 1) == filter.wanted)
    case .number, .date: Truth(filter.comparison.holds(slot.number, filter.bound))
    case .text: Truth(equalsOne(of: filter.parts, slot, program))
    }
  }

  /// Returns whether the text of a slot equals one of some texts.
  /// - Parameter texts: a range in ``CompiledProgram/lists``, which has the start and end of each text in
  ///   ``CompiledProgram/prefixes``.
  private mutating func equalsOne(of texts: Range<Int32>, _ slot: Record.Slot, _ program: CompiledProgram) -> Bool {
    for index in stride(from: Int(texts.lowerBound), to: Int(texts.upperBound), by: 2) {
      let text = program.lists[index]..<program.lists[index + 1]
      if text.length == slot.end &- slot.start, begins(slot, text, program) { return true }
    }
    return false
  }

  /// Returns the value that a filter tests: the element's value or, if it is absent, that of the fallback field.
  ///
  /// For the applicant, it is the value of the applicant's own field.
  mutating func slot(of filter: CompiledFilter, _ element: Int, _ match: CompiledMatch, _ list: Record.Slot) -> Record.Slot {
    guard element != EvidenceElement.applicant else {
      return filter.applicant >= 0 ? record.slots[Int(filter.applicant)] : Record.Slot()
    }
    let value = record.element(element, of: list, stride: Int(match.stride), field: Int(filter.slot))
    return !value.isPresent && filter.fallback >= 0 ? record.slots[Int(filter.fallback)] : value
  }

  /// Returns the index of the first element whose answer is `wanted`, or nil if there is none.
  private mutating func firstElement(_ wanted: Truth, _ match: CompiledMatch, in list: Record.Slot, _ program: CompiledProgram)
    -> Int?
  {
    let first = match.includesApplicant ? EvidenceElement.applicant : 0
    for element in first..<(list.isPresent ? list.count : 0)
    where truth(of: element, match, list, program) == wanted { return element }
    return nil
  }

  /// Writes the message and the evidence that say which element matches, or why none does.
  mutating func explainMatch<Sink: FindingSink>(_ match: CompiledMatch, _ program: CompiledProgram, into sink: inout Sink) {
    let list = record.slots[Int(match.slot)]
    if let found = firstElement(.met, match, in: list, program) {
      return explainFound(found, match, in: list, program, into: &sink)
    }
    if let undecided = firstElement(.unknown, match, in: list, program) {
      return explainUndecided(undecided, match, in: list, program, into: &sink)
    }
    if !list.isPresent && match.absent == .unknown {
      sink.appendMessage(match.missing, program)
      sink.addEvidence(match.opening, .null, required: match.closing, program)
    } else {
      sink.appendMessage(match.none, program)
      let count = list.isPresent ? list.count : 0
      sink.addEvidence(match.opening, .number(Double(count)), required: match.closing, program)
    }
  }

  /// Writes the message and the evidence about a matching element.
  private mutating func explainFound<Sink: FindingSink>(
    _ found: Int, _ match: CompiledMatch, in list: Record.Slot, _ program: CompiledProgram, into sink: inout Sink
  ) {
    let element = EvidenceElement(list: match.element, index: found)
    if found != EvidenceElement.applicant, match.name >= 0 {
      let name = record.element(found, of: list, stride: Int(match.stride), field: Int(match.name))
      if name.isPresent {
        sink.appendMessage(match.foundNamed, program)
        sink.appendMessage(name, of: record)
        return sink.addEvidence(element, name, of: record, required: match.closingNamed, program)
      }
    }
    sink.appendMessage(match.found, program)
    sink.appendMessage(found == EvidenceElement.applicant ? "（申报单位）" : "（第\(found + 1)项）")
    sink.addEvidence(element, .flag(true), required: match.closing, program)
  }

  /// Writes the message and the evidence that ask for the missing fields of an element.
  private mutating func explainUndecided<Sink: FindingSink>(
    _ undecided: Int, _ match: CompiledMatch, in list: Record.Slot, _ program: CompiledProgram, into sink: inout Sink
  ) {
    if undecided == EvidenceElement.applicant {
      sink.appendMessage("申报单位")
    } else {
      sink.appendMessage(match.list, program)
      sink.appendMessage("第\(undecided + 1)项")
    }
    sink.appendMessage("未填写")
    appendMissing(Array(match.filters), of: undecided, match, in: list, required: match.closing, program, into: &sink)
    sink.appendMessage(match.undecided, program)
  }
}
