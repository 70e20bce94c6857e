import KepingCore
import KepingSelection

/// The entries of a round.
extension Batch {
  /// Evaluates every record of an input and passes the entries for a round to a body, in the order of the input.
  ///
  /// - Parameter report: receives non-fatal diagnostics: parts of a table that could not be read, and remarks.
  /// - Returns: whether all of the input could be read.
  /// - Throws: ``Diagnostic`` if the input cannot be read, or what the body throws.
  public func enter(
    _ input: Input, into plan: RoundPlan, report: (Diagnostic) -> Void, _ body: ([Entry]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    let entryPlan = EntryPlan(plan, programs)
    switch input.content {
    case .json(let source):
      try evaluateChunks(source, file: input.label, form: .entries(entryPlan)) { results throws(Diagnostic) in
        try body(results.roundEntries)
      }
      return true
    case .table(let reader):
      // Applications with corrections or rulings are assessed as values, and so are then all others of the table.
      if let amendments {
        return try assessRows(
          reader, of: input, report: report, into: AssessmentBuilder(), amend: amend
        ) { builder throws(Diagnostic) in
          try body([entryPlan.entry(EntryPlan.Conclusion(builder.assessment, amendments), of: &assessor)])
        }
      }
      return try assessRows(reader, of: input, report: report, into: VerdictSink()) { sink throws(Diagnostic) in
        try body([entryPlan.entry(EntryPlan.Conclusion(sink), of: &assessor)])
      }
    }
  }

  /// Passes the entries of the corrections that took the place of no application to a body, once all inputs have been evaluated.
  ///
  /// - Throws: what the body throws.
  public func enterOtherCorrections<Fault>(into plan: RoundPlan, _ body: (Entry) throws(Fault) -> Void) throws(Fault) {
    let entryPlan = EntryPlan(plan, programs)
    try concludeOtherCorrections { assessment, assessor throws(Fault) in
      try body(entryPlan.entry(EntryPlan.Conclusion(assessment, nil), of: &assessor))
    }
  }
}
