/// Names the elements of a list in messages, and adds them as evidence.
extension Evaluator {
  /// Writes the number of an element, with its name if it has one: `第2项（某某大学）`.
  mutating func appendName<Sink: FindingSink>(
    of element: Int, _ match: CompiledMatch, in list: Record.Slot, into sink: inout Sink
  ) {
    guard element != EvidenceElement.applicant else { return sink.appendMessage("申报单位") }
    sink.appendMessage("第\(element + 1)项")
    guard match.name >= 0 else { return }
    let name = record.element(element, of: list, stride: Int(match.stride), field: Int(match.name))
    guard name.isPresent else { return }
    sink.appendMessage("（")
    sink.appendMessage(name, of: record)
    sink.appendMessage("）")
  }

  /// Writes the labels of an element's absent fields, and adds each as evidence.
  /// - Parameter fields: the indices of the fields in ``CompiledProgram/filters``.
  mutating func appendMissing<Sink: FindingSink>(
    _ fields: [Int32], of element: Int, _ match: CompiledMatch, in list: Record.Slot, required: Piece,
    _ program: CompiledProgram, into sink: inout Sink
  ) {
    var isFirst = true
    for index in fields {
      let filter = program.filters[Int(index)]
      if slot(of: filter, element, match, list).isPresent { continue }
      if !isFirst { sink.appendMessage("、") }
      isFirst = false
      sink.appendMessage(filter.label, program)
      sink.addEvidence(
        EvidenceElement(list: match.element, index: element, field: filter.path), .null, required: required, program)
    }
  }

  /// Adds an element as evidence: its name, or true if it has none.
  /// - Parameters:
  ///   - required: the piece that ends evidence without a name.
  ///   - requiredAfterName: the piece that closes the quotes of the name and ends the evidence.
  mutating func addEvidence<Sink: FindingSink>(
    _ index: Int, _ match: CompiledMatch, in list: Record.Slot, required: Piece, requiredAfterName: Piece,
    _ program: CompiledProgram, into sink: inout Sink
  ) {
    let element = EvidenceElement(list: match.element, index: index)
    if index != EvidenceElement.applicant, match.name >= 0 {
      let name = record.element(index, of: list, stride: Int(match.stride), field: Int(match.name))
      if name.isPresent { return sink.addEvidence(element, name, of: record, required: requiredAfterName, program) }
    }
    sink.addEvidence(element, .flag(true), required: required, program)
  }
}
