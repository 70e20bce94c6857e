/// A check as it is evaluated: numbers and places only, so that looking at one counts no references.
struct CompiledCheck: Sendable {
  enum Kind: UInt8, Sendable {
    case compare, compareQuantities, isTrue, isOne, within, given, some, none, contains, any, all, anyOf, not, leftOpen, judged
  }

  var kind: Kind
  var comparison = Comparison.atLeast
  /// What the absence of the field answers.
  var absent = Truth.unknown
  /// What kind of field ``Kind/given`` asks for.
  var field = GivenKind.other
  /// The decimal exponent of the unit in which a message speaks.
  var exponent: Int8 = 0
  /// A slot, a quantity, a check, or a list match.
  var subject: Int32 = -1
  /// The second quantity, or a choice's place.
  var other: Int32 = -1
  /// Checks among ``CompiledProgram/lists``, or known values as bits among ``CompiledProgram/masks``.
  var parts: Range<Int32> = 0..<0
  var bound = 0.0
  var call = CompiledCall()
  /// What is said, before and behind the value.
  var label = Piece()
  var met = Piece()
  var unmet = Piece()
  var missing = Piece()
  /// The evidence's JSON before and behind its value.
  var opening = Piece()
  var closing = Piece()
  var extra = Piece()
  /// What is said and noted of a flag, which is false or true, and of a choice's known values: the first among
  /// ``CompiledProgram/answers``.
  var answers: Int32 = 0

  enum GivenKind: UInt8, Sendable { case money, number, text, other }
}

/// What is said of a known value, and the evidence that it is.
struct CompiledAnswer: Sendable {
  var message = Piece()
  var evidence = Piece()
}

/// A search for an element of a list.
struct CompiledMatch: Sendable {
  var slot: Int32 = -1
  var stride: Int32 = 0
  /// Of an element's name; -1 where it has none.
  var name: Int32 = -1
  var includesApplicant = false
  var absent = Truth.unknown
  /// Among ``CompiledProgram/filters``.
  var filters: Range<Int32> = 0..<0
  /// `有…`, the same with a colon behind, `没有…`, `，无法判断是否有…，请补充`, `未填写…，请补充`, and the list's own label.
  var found = Piece()
  var foundNamed = Piece()
  var none = Piece()
  var undecided = Piece()
  var missing = Piece()
  var list = Piece()
  /// The evidence's JSON up to the value, of the list, and of an element (`{"field":"partners[`); and behind the value, which
  /// may be a text.
  var opening = Piece()
  var element = Piece()
  var closing = Piece()
  var closingNamed = Piece()
}

/// What an element's field must be.
struct CompiledFilter: Sendable {
  enum Kind: UInt8, Sendable { case known, within, flag }

  var kind: Kind
  /// Of a flag.
  var wanted = true
  var absent = Truth.unknown
  /// In an element.
  var slot: Int32
  /// The applicant's own field of that name; -1 where it has none.
  var applicant: Int32 = -1
  /// The field that stands in where an element has none; -1 where nothing does.
  var fallback: Int32 = -1
  /// Known values among ``CompiledProgram/masks``, or a prefix among ``CompiledProgram/prefixes``.
  var parts: Range<Int32> = 0..<0
  var label = Piece()
  var path = Piece()
}
