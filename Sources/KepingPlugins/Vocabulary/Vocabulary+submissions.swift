import KepingCore
import LuaRuntime

/// The terms of a limit before it has a place, which decides where it counts if it does not say so.
struct SubmissionDraft {
  let per: SubmissionLimit.Holder
  let within: SubmissionLimit.Scope?
  let over: SubmissionLimit.Consequence
  let ongoing: SubmissionLimit.Ongoing?

  /// Returns the limit of a clause.
  /// - Parameter direction: the direction in which the limit stands; nil if it stands outside of directions.
  func limit(clause id: String, of draft: ClauseDraft, in direction: String?) -> SubmissionLimit {
    SubmissionLimit(
      clause: id, quote: draft.quote, bound: draft.atMost ?? 0,
      terms: SubmissionLimit.Terms(
        per: per, within: within ?? (direction == nil ? .plan : .direction), over: over, ongoing: ongoing),
      direction: direction)
  }
}

extension Vocabulary {
  /// Makes the clause of `limit { "quote", "1项", per = "applicant" }`.
  /// - Parameters:
  ///   - rest: the list elements after the quote: the bound, and the reason for it if it does not occur in the quote.
  ///   - options: the table with the options.
  func limit(
    _ quote: String, _ rest: [LuaValue], options: LuaTable, at location: LuaLocation
  ) throws -> LuaValue {
    let most = try bound(rest.first, of: nil, location)
    guard rest.count <= 2, most.unit.measure != .money, let atMost = Int(exactly: most.value) else {
      throw misuse(.limit, location)
    }
    let reason = try rest.dropFirst().first.map { try self.reason($0, Wording("限项的理由", "the reason of the limit"), location) }
    let submission = try submission(options, location)
    if submission != nil, !(1...SubmissionLimitFault.maximumBound).contains(atMost) {
      throw fault(SubmissionLimitFault.wrongBound(most.text), at: location)
    }
    // In `api: 1` a limit without `per` was never compared with its quote.
    if reason == nil, submission != nil || plugin.manifest.api > 1 {
      try charge(20 + 2 * quote.utf8.count)
      guard QuoteText(quote).contains(most.text) else {
        throw fault(BoundFault.notQuoted(bound: most.text, quote: quote), at: location)
      }
    }
    return try make(
      .clause(
        ClauseDraft(
          kind: .limit, quote: quote, atMost: atMost, submission: submission, reason: try figuresReason(options, location),
          location: location)),
      location)
  }

  /// Returns the terms that the options of a limit state, or nil if they do not have `per`.
  private func submission(_ options: LuaTable, _ location: LuaLocation) throws -> SubmissionDraft? {
    guard let per: SubmissionLimit.Holder = try choice("per", options, location) else {
      if let (name, _) = options.named.first(where: { $0.name != "because" }) {
        throw fault(SubmissionLimitFault.optionWithoutPer(name), at: location)
      }
      return nil
    }
    return SubmissionDraft(
      per: per, within: try choice("within", options, location), over: try choice("over", options, location) ?? .ask,
      ongoing: try ongoing(options, location))
  }

  /// Returns the value of an option, or nil if the option is absent.
  private func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, _ options: LuaTable, _ location: LuaLocation
  ) throws -> Value? where Value.RawValue == String {
    guard let given = options[name] else { return nil }
    let known = Value.allCases.map { "\"\($0.rawValue)\"" }
    guard case .text(let text) = given else {
      throw fault(SubmissionLimitFault.wrongValue(option: name, known: known), at: location)
    }
    guard let value = Value(rawValue: text) else {
      throw fault(SubmissionLimitFault.unknownValue(text, option: name, known: known), at: location)
    }
    return value
  }

  /// Returns the projects in progress that count; `false` is the same as leaving the option out, so that a setting can decide.
  private func ongoing(_ options: LuaTable, _ location: LuaLocation) throws -> SubmissionLimit.Ongoing? {
    let overdue = SubmissionLimit.Ongoing.overdue
    let known = ["true", "\"\(overdue.rawValue)\""]
    switch options["ongoing"] {
    case nil, .boolean(false)?: return nil
    case .boolean(true)?: return .all
    case .text(overdue.rawValue)?: return overdue
    case .text(let text)?: throw fault(SubmissionLimitFault.unknownValue(text, option: "ongoing", known: known), at: location)
    default: throw fault(SubmissionLimitFault.wrongValue(option: "ongoing", known: known), at: location)
    }
  }

  /// Counts a limit with `per` that is added to the program.
  /// - Throws: ``Diagnostic`` with code `too-complex` if there are too many.
  func countSubmissionLimit(_ location: LuaLocation) throws(Diagnostic) {
    submissionLimits += 1
    if submissionLimits > SubmissionLimitFault.maximumCount { throw fault(SubmissionLimitFault.tooMany, at: location) }
  }

  /// Adds a limit that stands outside of directions to the program.
  /// - Throws: ``Diagnostic`` with code `too-complex` if there are too many.
  func addProgramLimit(_ draft: ClauseDraft, _ submission: SubmissionDraft) throws(Diagnostic) {
    try countSubmissionLimit(draft.location)
    let id = "\(plugin.manifest.plan.id)/\(draft.kind.rawValue)/\(clauses.count + 1)"
    locations.clauses[id] = sourceLocation(draft.location)
    clauses.append(
      Clause(
        id: id, kind: draft.kind, quote: draft.quote, check: nil, appliesWhen: nil, atMost: draft.atMost,
        submission: submission.limit(clause: id, of: draft, in: nil), reason: draft.reason))
  }
}
