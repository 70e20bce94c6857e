/// A direction as it is evaluated, with the JSON that is the same for every application.
struct CompiledDirection: Sendable {
  /// `,"program":{…},"verdict":"`
  var program: Bytes = []
  var clauses: [CompiledClause] = []
  var criteria: [CompiledCriterion] = []
  /// Whether the host has a window to look at.
  var hasWindow = false
}

struct CompiledClause: Sendable {
  /// Among the direction's clauses.
  let place: Int
  /// -1 for a notice.
  let check: Int32
  /// -1 where the clause always applies.
  let condition: Int32
  /// A finding's JSON up to its message, for each outcome.
  let met, unmet, unknown, notApplicable: Piece
  let kind: ClauseKind

  func opening(_ outcome: Outcome) -> Piece {
    switch outcome {
    case .met: met
    case .unmet: unmet
    case .unknown: unknown
    case .notApplicable: notApplicable
    }
  }
}

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
  var places: Int8 = 0
  /// `{"id":…,"title":…,"points":` and `,"max":…,"reason":"`
  var opening = Piece()
  var middle = Piece()
  /// What is said before, and behind, its number.
  var label = Piece()
  var rest = Piece()
}
