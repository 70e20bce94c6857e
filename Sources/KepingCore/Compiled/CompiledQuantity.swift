/// A quantity in the form in which it is evaluated.
///
/// It holds only numbers and indices, so that copying it needs no reference counting.
struct CompiledQuantity: Sendable {
  /// The kind of the source.
  ///
  /// A `count` is a field with a tally; a `lengthOrNone` is 0 if its list is absent.
  enum Kind: UInt8, Sendable {
    case field, count, yearly, length, lengthOrNone, tally, sum, knownSum, elements, span, computed
    case difference, product, mean, ratio, growth
  }

  var kind: Kind
  /// The measure of the value.
  var measure = Measure.plain
  /// Whether the value is worked out exactly from those of its parts.
  var isExact = false
  /// Whether the numbers that ``Kind/elements`` adds may be negative.
  var isSigned = false
  /// The slot of the field, the list or the tally; for ``Kind/elements`` an index in ``CompiledProgram/matches``, for ``Kind/span``
  /// one in ``CompiledProgram/spans``; otherwise -1.
  var slot: Int32 = -1
  /// The slot of the tally for the kind ``Kind/count``, the year for ``Kind/yearly``, the index in ``CompiledProgram/filters`` of
  /// the number that ``Kind/elements`` adds, an index in ``CompiledExact/factors`` for ``Kind/product`` or in
  /// ``CompiledExact/years`` for ``Kind/growth``, otherwise -1.
  var other: Int32 = -1
  /// The range in ``CompiledProgram/lists`` of the parts: slots of a tally, or quantities.
  var parts: Range<Int32> = 0..<0
  /// The function call of a computed quantity.
  var call = CompiledCall()
  /// The label in messages.
  var label = Piece()
  /// The message if the quantity is unknown: `未填写…，请补充`.
  var missing = Piece()
  /// The JSON of the evidence before its value: `{"field":"…","value":`.
  ///
  /// If the program is compiled for values, it is the field.
  var opening = Piece()
}

/// A call of a plugin's function, in the form in which it is evaluated.
struct CompiledCall: Sendable {
  /// The index of the function in the program; -1 if there is no call.
  var function: Int32 = -1
  /// A range in ``CompiledProgram/operands``.
  var operands: Range<Int32> = 0..<0
}

/// An operand of a plugin's function, in the form in which it is evaluated.
struct CompiledOperand: Sendable {
  enum Kind: UInt8, Sendable { case quantity, check, text, record }

  let kind: Kind
  /// The index of the quantity or check, or the slot of the text; -1 for the record.
  let index: Int32
  /// Whether evidence shows that the text is given, but not the text.
  var isPrivate = false
  /// The message if the text is absent.
  var missing = Piece()
  /// The JSON of the evidence before its value; if the program is compiled for values, the field.
  var opening = Piece()
}
