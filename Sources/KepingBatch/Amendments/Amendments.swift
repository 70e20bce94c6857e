import KepingCore
import KepingPrograms

/// What people have added to a batch: the corrections and the rulings.
///
/// Their applications are evaluated by the calling thread, in the order of the input, because only the first application with an id
/// is corrected. Workers leave these applications to it.
final class Amendments {
  /// The corrections.
  var corrections = Corrections()
  /// The rulings.
  var rulings = RulingBook([], confirmation: .never, bureauLimits: 0)
  /// The rulings on limits and ties that take effect for the last application.
  private(set) var selectionRulings: [Ruling] = []
  /// The submission that the last application corrects; nil if it corrects none.
  private(set) var original: OriginalSubmission?

  /// Forgets what is known of the last application, because the next one has neither a correction nor rulings.
  func clear() {
    selectionRulings = []
    original = nil
  }

  /// The ids of all applications that have corrections or rulings.
  var ids: Set<Bytes> { corrections.ids.union(rulings.ids) }

  /// Where a record stands, and what its source found.
  struct Location {
    /// The line or row in the current source.
    let line: Int
    /// Errors that the source found in the program's fields, whether these were read or not.
    var programFaults: [Problem] = []
    /// Returns the file and line that messages of failures name; nil to name neither.
    let text: () -> String?
  }

  /// Evaluates the last record that an assessor has read as values, with its correction and its rulings.
  ///
  /// - Parameter id: the id of the record.
  func conclude(
    _ id: Bytes, _ assessor: inout Assessor, into builder: inout AssessmentBuilder, _ order: inout BatchOrder,
    at location: Location
  ) {
    defer { assessor.original = nil }
    original = nil
    guard let correction = corrections.take(id) else {
      evaluate(id, &assessor, into: &builder, &order, at: location, as: .submitted)
      return
    }
    let precedent = order.precedent(ofOriginal: &assessor, line: location.line)
    _ = assessor.conclude(into: &builder, after: precedent, programFaults: location.programFaults, location: location.text)
    let before = builder.assessment
    let record = before.isEvaluated ? assessor.evaluatedRecord() : nil
    let program = before.isEvaluated ? assessor.lastCall?.program.program : nil
    original = assessor.submission()
    assessor.original = original
    assessor.read(correction)
    let place = Location(line: location.line, programFaults: correction.programFaults) { correction.place }
    evaluate(id, &assessor, into: &builder, &order, at: place, as: .corrected(on: assessor.submissionDay(), from: program))
    guard let record, builder.assessment.isEvaluated else {
      return builder.add(Assessment.Correction(verdict: before.verdict, changed: [], unasked: []))
    }
    let changed = assessor.changedFields(from: record)
    builder.add(Assessment.Correction(verdict: before.verdict, changed: changed, unasked: before.unasked(changed)))
  }

  /// Evaluates the last record that was read in its place in the batch, and once more if there are rulings on it.
  private func evaluate(
    _ id: Bytes, _ assessor: inout Assessor, into builder: inout AssessmentBuilder, _ order: inout BatchOrder,
    at location: Location, as version: RulingBook.Version
  ) {
    let precedent = order.beginRecord(&assessor, line: location.line)
    let runner = assessor.runner
    var conclusion = assessor.conclude(
      into: &builder, after: precedent, programFaults: location.programFaults, location: location.text)
    defer { order.endRecord(conclusion, runner: runner) }
    selectionRulings = []
    // A ruling concerns the application that was evaluated, not one that has the same id.
    if case .sameID = precedent { return }
    let machine = builder.assessment
    let decision = rulings.decide(id, on: machine, of: machine.isEvaluated ? assessor.lastCall : nil, version)
    if machine.isEvaluated, !decision.rulings.isEmpty {
      conclusion = assessor.conclude(into: &builder, applying: decision.rulings, location: location.text)
    } else {
      builder.tell(decision.rulings.told)
    }
    if builder.assessment.isEvaluated { selectionRulings = decision.selection }
  }

  // MARK: After all inputs

  /// Writes the results of the corrections that took the place of no application, in the order of their files.
  func concludeOthers<Fault>(
    _ assessor: inout Assessor, into builder: inout AssessmentBuilder, _ body: (Assessment, inout Assessor) throws(Fault) -> Void
  ) throws(Fault) {
    for (index, correction) in corrections.all.enumerated() where !corrections.isUsed(index) {
      if case .unreadable(let assessment) = correction.content {
        // Nothing is known of it, so nothing of an earlier record may be taken for it.
        assessor.forget()
        try body(assessment, &assessor)
        continue
      }
      assessor.read(correction)
      let precedent: Precedent =
        if let other = corrections.other(than: index) { .sameID(correction.duplicate(of: other)) } else if correction.id != nil {
          .noOriginal(correction.withoutOriginal())
        } else { .none }
      _ = assessor.conclude(
        into: &builder, after: precedent, programFaults: correction.programFaults, location: { correction.place })
      try body(builder.assessment, &assessor)
    }
  }
}
