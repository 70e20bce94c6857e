import KepingCore

/// The evaluation of corrections, and of applications with rulings.
extension Assessor {
  /// The submission that the records to be concluded correct; nil if they correct none.
  package var original: OriginalSubmission? {
    get { evaluator.original }
    set { evaluator.original = newValue }
  }

  // Like others of an assessor, functions that change nothing are mutating, so that the compiler does not copy it.

  /// Returns what is still needed of the last record that was read once it is corrected.
  package mutating func submission() -> OriginalSubmission {
    OriginalSubmission(submittedAt: evaluator.record.submissionText.map { Bytes($0) })
  }

  /// Returns the day in Beijing of the last record's submission; nil if its time is absent or not well-formed.
  package mutating func submissionDay() -> CalendarDate? {
    submission().time.map { CalendarDate(dayNumber: $0.beijingDay) }
  }

  /// Returns a copy of the last record that was read, with the schema by which it was read.
  ///
  /// - Returns: nil if no program has evaluated it as values.
  package mutating func evaluatedRecord() -> (record: Record, schema: Schema)? {
    lastCall.map { (evaluator.record, $0.program.program.schema) }
  }

  /// Returns the paths of the fields that differ between the last record that was read and the one that it corrects; call this only
  /// if a program has evaluated both as values.
  package mutating func changedFields(from original: (record: Record, schema: Schema)) -> [String] {
    guard let call = lastCall else { return [] }
    return evaluator.record.changedFields(call.program.program.schema, from: original.record, original.schema)
  }

  /// Evaluates the last concluded record once more with rulings, and writes its result anew.
  ///
  /// - Parameter location: returns the file and line of the record, which the message of a failure names; nil to name neither.
  package mutating func conclude(
    into builder: inout AssessmentBuilder, applying rulings: EvaluationRulings, location: () -> String?
  ) -> Conclusion {
    guard var call = lastCall else {
      builder.tell(rulings.told)
      return .refused
    }
    call.rulings = rulings
    builder.begin(evaluator.record)
    do throws(EvaluationFailure) {
      try builder.evaluate(call, by: &evaluator)
      return .evaluated
    } catch {
      // Only a function that a ruling brought into play can fail here.
      var failure = error
      if let location = location() { failure.message = "\(location)：\(failure.message)" }
      let program = call.program.program
      builder.fail(failure, problems: rulings.told, of: program.reference, schema: program.schema)
      return failure.plugin.map { .failed($0) } ?? .evaluated
    }
  }
}
