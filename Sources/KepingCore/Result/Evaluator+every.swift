/// Evaluates and explains checks of every element of a list.
extension Evaluator {
  /// Returns whether all elements of a list meet the filters.
  mutating func truth(ofEvery match: CompiledMatch, _ program: CompiledProgram) -> Truth {
    let list = record.slots[Int(match.slot)]
    var all: Truth = list.isPresent ? .met : match.absent.negated
    for element in elements(of: match, list) where all != .unmet {
      all = min(all, truth(of: element, match, list, program))
    }
    return all
  }

  /// Writes the message and the evidence that say which elements do not meet the filters, or that all do.
  mutating func explainEvery<Sink: FindingSink>(_ match: CompiledMatch, _ program: CompiledProgram, into sink: inout Sink) {
    let list = record.slots[Int(match.slot)]
    let answer = truth(ofEvery: match, program)
    if answer == .met {
      let count = list.isPresent ? list.count : 0
      if count == 0 && !match.includesApplicant {
        sink.appendMessage("没有")
        sink.appendMessage(match.list, program)
      } else {
        sink.appendMessage(match.found, program)
      }
      return sink.addEvidence(match.opening, .number(Double(count)), required: match.closing, program)
    }
    var count = 0
    for element in elements(of: match, list) where truth(of: element, match, list, program) == answer {
      count += 1
      if count > EvidenceElement.maximumShown { continue }
      if count > 1 { sink.appendMessage(answer == .unmet ? "、" : "；") }
      if element == 0 || count == 1 && element > 0 { sink.appendMessage(match.list, program) }
      appendName(of: element, match, in: list, into: &sink)
      if answer == .unmet {
        addUnmetFields(of: element, match, in: list, program, into: &sink)
      } else {
        sink.appendMessage("未填写")
        appendMissing(Array(match.filters), of: element, match, in: list, required: match.closing, program, into: &sink)
      }
    }
    if count > EvidenceElement.maximumShown { sink.appendMessage("等\(count)项") }
    if count == 0 {
      sink.appendMessage(match.missing, program)
      return sink.addEvidence(match.opening, .null, required: match.closing, program)
    }
    sink.appendMessage(answer == .unmet ? match.none : match.undecided, program)
  }

  /// Adds the fields of an element that do not meet their filters as evidence.
  private mutating func addUnmetFields<Sink: FindingSink>(
    of element: Int, _ match: CompiledMatch, in list: Record.Slot, _ program: CompiledProgram, into sink: inout Sink
  ) {
    for index in match.filters {
      let filter = program.filters[Int(index)]
      let tested = slot(of: filter, element, match, list)
      guard truth(of: filter, tested, program) == .unmet else { continue }
      let evidence = EvidenceElement(list: match.element, index: element, field: filter.path)
      // The value of a fallback field is not shown as one of the element.
      let isOwn =
        element == EvidenceElement.applicant
        || record.element(element, of: list, stride: Int(match.stride), field: Int(filter.slot)).isPresent
      switch filter.kind {
      case _ where !tested.isPresent || !isOwn: sink.addEvidence(evidence, .null, required: match.closing, program)
      case _ where filter.isPrivate: sink.addEvidence(evidence, .flag(true), required: match.closing, program)
      case .flag: sink.addEvidence(evidence, .flag(tested.number == 1), required: match.closing, program)
      case .number: sink.addEvidence(evidence, .number(tested.number), required: match.closing, program)
      case .known, .within, .text, .date:
        sink.addEvidence(evidence, tested, of: record, required: match.closingNamed, program)
      }
    }
  }
}
