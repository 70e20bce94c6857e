/// A direction as it is evaluated, with the JSON that is the same for every application.
struct CompiledDirection: Sendable {
  /// `{"id":…,"version":…},"verdict":"…","findings":[` for each verdict that a program may come to.
  var pass = Piece()
  var supplement = Piece()
  var fail = Piece()
  var clauses: [CompiledClause] = []
  var criteria: [CompiledCriterion] = []
  /// Whether the host has a window to look at.
  var hasWindow = false

  func opening(_ verdict: Verdict) -> Piece {
    switch verdict {
    case .pass: pass
    case .supplement: supplement
    case .fail, .error: fail
    }
  }
}

/// A clause as it is evaluated.
struct CompiledClause: Sendable {
  /// Among the direction's clauses.
  let index: Int
  /// -1 for a notice.
  let check: Int32
  /// -1 where the clause always applies.
  let condition: Int32
  let kind: ClauseKind
  /// Where its findings begin among ``CompiledProgram/findings``: one for each outcome, see ``Outcome/index``.
  let findings: Int32
}

/// A finding as far as it is the same for every application: all of it, or all but one number, which is said and noted.
struct CompiledFinding: Sendable {
  enum Kind: UInt8, Sendable { case opening, whole, number }

  var kind = Kind.opening
  /// The JSON up to the message, behind the end of the finding before.
  var opening = Piece()
  /// The JSON up to the number that is said, up to the one that is noted, and the rest; or all of it at once.
  var head = Piece()
  var middle = Piece()
  var rest = Piece()
}

/// An item of a score that is the same for every application that has this outcome.
struct CompiledItem: Sendable {
  /// Its JSON, or where values are wanted, its reason.
  var text = Piece()
}

/// A criterion as it is evaluated.
struct CompiledCriterion: Sendable {
  enum Kind: UInt8, Sendable { case outcome, reach, share, quantity }

  var kind: Kind
  /// The finding that it depends on; -1 where it depends on none.
  var finding: Int32
  /// In tenths.
  var maximum: Int
  var quantity: Int32 = -1
  var parts: Range<Int32> = 0..<0
  var from = 0.0
  var full = 1.0
  /// Of the number that the reason speaks of.
  var exponent: Int8 = 0
  /// `{"id":…,"title":…,"points":`, behind the end of the one before; `,"max":…,"reason":"…` up to that number; and what is said
  /// behind the number. Where values are wanted, only what is said.
  var opening = Piece()
  var middle = Piece()
  var rest = Piece()
  /// The items that earn nothing, and the one that earns all, where that is known beforehand.
  var unmetItem = CompiledItem()
  var unknownItem = CompiledItem()
  var notApplicableItem = CompiledItem()
  var metItem = CompiledItem()
}
