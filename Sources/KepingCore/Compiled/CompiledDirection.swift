/// A direction in the form in which it is evaluated, with the JSON that is the same for every application.
struct CompiledDirection: Sendable {
  /// The JSON before the findings of a result with the verdict `pass`: `{"id":…,"version":…},"verdict":"pass","findings":[`.
  var pass = Piece()
  /// The JSON before the findings of a result with the verdict `supplement`.
  var supplement = Piece()
  /// The JSON before the findings of a result with the verdict `fail`.
  var fail = Piece()
  var clauses: [CompiledClause] = []
  var criteria: [CompiledCriterion] = []
  /// Whether the configuration gives a period in which applications are accepted.
  var hasWindow = false
  /// Whether the points of clauses that do not apply are shared out over the other criteria.
  var sharesPoints = false

  /// Returns the JSON before the findings of a result with a verdict.
  func opening(_ verdict: Verdict) -> Piece {
    switch verdict {
    case .pass: pass
    case .supplement: supplement
    case .fail, .error: fail
    }
  }
}

extension CompiledProgram {
  /// Returns whether the configuration gives a period in which applications of a direction are accepted.
  package func hasWindow(_ direction: Int) -> Bool { directions[direction].hasWindow }
}

/// A clause in the form in which it is evaluated.
struct CompiledClause: Sendable {
  /// The index of the clause in ``Direction/clauses``.
  let index: Int
  /// The index of the check; -1 for a notice.
  let check: Int32
  /// The index of the check that decides whether the clause applies; -1 if it always applies.
  let condition: Int32
  /// The kind of the clause.
  let kind: ClauseKind
  /// The index in ``CompiledProgram/findings`` of the first finding; each outcome has one, in the order of ``Outcome/index``.
  let findings: Int32
}

/// The part of a finding that is the same for every application.
struct CompiledFinding: Sendable {
  /// How much of the finding is prepared: only the JSON before the message, everything, or everything except a number.
  enum Kind: UInt8, Sendable { case opening, whole, number }

  var kind = Kind.opening
  /// The JSON before the message, including the end of the previous finding.
  var opening = Piece()
  /// The JSON of the whole finding, or the JSON before the number in the message.
  var head = Piece()
  /// The JSON between the number in the message and the number in the evidence.
  var middle = Piece()
  /// The JSON after the number in the evidence.
  var rest = Piece()
}

/// A score item that is the same for every application with the same outcome.
struct CompiledItem: Sendable {
  /// The JSON of the item; if the program is compiled for values, its reason.
  var text = Piece()
}

/// A criterion in the form in which it is evaluated.
struct CompiledCriterion: Sendable {
  /// The kind of the grade; the cases match those of ``Grade``.
  enum Kind: UInt8, Sendable { case outcome, reach, linear, share, quantity, tiered }

  var kind: Kind
  /// The index among the direction's findings of the finding that the criterion depends on; -1 if it depends on none.
  var finding: Int32
  /// The maximum in tenths of a point.
  var maximum: Int
  /// The index of the quantity that is graded; -1 if there is none.
  var quantity: Int32 = -1
  /// The range in ``CompiledProgram/lists`` of the checks that are counted.
  ///
  /// For the kind ``Kind/tiered``, a check that decides whether a tier applies alternates with the tier's criterion in
  /// ``CompiledProgram/tierCriteria``; the criterion of all other applicants comes last.
  var parts: Range<Int32> = 0..<0
  /// The bound that earns 60 % of the points if the grade is ``Kind/reach``, and none if it is ``Kind/linear``.
  var from = 0.0
  /// The bound that earns all points if the grade is ``Kind/reach`` or ``Kind/linear``.
  var full = 1.0
  /// The decimal exponent of the unit in which the reason shows its number.
  var exponent: Int8 = 0
  /// The JSON before the points, including the end of the previous item: `{"id":…,"title":…,"points":`.
  ///
  /// It is empty if the program is compiled for values.
  var opening = Piece()
  /// The JSON between the points and the number in the reason: `,"max":…,"reason":"…`.
  ///
  /// If the program is compiled for values, it is only the text of the reason before the number.
  var middle = Piece()
  /// The text of the reason before the number.
  var reason = Piece()
  /// The text of the reason after the number.
  var rest = Piece()
  /// The decimal exponent of the unit in which the reason of the kind ``Kind/linear`` also shows the value of the quantity.
  var valueExponent: Int8 = 0
  /// The text of the reason after that value.
  var tail = Piece()
  /// The item without points for an unmet clause.
  var unmetItem = CompiledItem()
  /// The item without points for an unknown clause or quantity.
  var unknownItem = CompiledItem()
  /// The item without points for a clause that does not apply.
  var notApplicableItem = CompiledItem()
  /// The item with all points for a met clause; used only if the grade is ``Kind/outcome``.
  var metItem = CompiledItem()
}
