/// A quantity as it is evaluated: numbers and places only, so that looking at one counts no references.
struct CompiledQuantity: Sendable {
  enum Kind: UInt8, Sendable {
    case field, count, yearly, length, lengthOrNone, tally, sum, knownSum, computed
  }

  var kind: Kind
  var slot: Int32 = -1
  /// The tally's slot, or the year.
  var other: Int32 = -1
  /// What it sums up, among ``CompiledProgram/lists``: slots of a tally, or quantities.
  var parts: Range<Int32> = 0..<0
  var call = CompiledCall()
  var label = Piece()
  /// `未填写…，请补充`
  var missing = Piece()
  /// `{"field":"…","value":`
  var opening = Piece()
}

/// A plugin's function with what it is given.
struct CompiledCall: Sendable {
  var function: Int32 = -1
  /// Among ``CompiledProgram/operands``.
  var operands: Range<Int32> = 0..<0
}

/// What a function is given.
struct CompiledOperand: Sendable {
  enum Kind: UInt8, Sendable { case quantity, check, text, record }

  let kind: Kind
  /// Of the quantity, the check, or the slot.
  let index: Int32
  var missing = Piece()
  var opening = Piece()
}
