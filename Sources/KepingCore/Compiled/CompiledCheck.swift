/// A check in the form in which it is evaluated.
///
/// It holds only numbers and indices, so that copying it needs no reference counting.
struct CompiledCheck: Sendable {
  /// The kind of the check; the cases match those of ``Check``.
  enum Kind: UInt8, Sendable {
    case compare, compareQuantities, isTrue, isOne, within, given, some, none, contains, any, all, anyOf, not, leftOpen, judged
    case compareDates, compareSpan, every, tiered
    /// A comparison with a bound, of the number or the sum of a list's matching elements.
    case compareElements
    /// A comparison whose quantity, or one of its quantities, is worked out exactly.
    case compareExactly, compareQuantitiesExactly
  }

  var kind: Kind
  var comparison = Comparison.atLeast
  /// The answer if the field is absent.
  var absent = Truth.unknown
  /// The type of the field that a check of kind ``Kind/given`` tests.
  var field = GivenKind.other
  /// The decimal exponent of the unit in which a message shows the quantity.
  var exponent: Int8 = 0
  /// The index of a slot, a quantity, a check, a list match or a comparison of days, depending on the kind.
  var subject: Int32 = -1
  /// The index of the second quantity, of a known value among the choices, or of a bound in ``CompiledExact/bounds``.
  ///
  /// For the kind ``Kind/compareSpan`` it is the number of months in the largest unit of a message: 12, or a number that no span
  /// reaches if the message counts in months alone.
  var other: Int32 = -1
  /// A range of checks in ``CompiledProgram/lists``, of known values in ``CompiledProgram/masks`` or of a prefix in
  /// ``CompiledProgram/prefixes``.
  var parts: Range<Int32> = 0..<0
  /// The bound in the base unit of its measure; money is in yuan, and a span in months.
  var bound = 0.0
  /// The function call of a check of kind ``Kind/judged``.
  var call = CompiledCall()
  /// The text of the message before the value.
  ///
  /// For the kind ``Kind/leftOpen`` it is the reason, for ``Kind/contains`` the known value as evidence shows it.
  var label = Piece()
  /// The text of the message after the value if the check is met.
  var met = Piece()
  /// The text of the message after the value if the check is unmet.
  var unmet = Piece()
  /// The message if the field is absent.
  var missing = Piece()
  /// The JSON of the evidence before its value; if the program is compiled for values, the field that the evidence shows.
  var opening = Piece()
  /// The JSON of the evidence after its value; if the program is compiled for values, the requirement.
  var closing = Piece()
  /// An additional text: the unit of an amount or of a span, or the opening of the evidence about an element of a list.
  var extra = Piece()
  /// The index in ``CompiledProgram/answers`` of the first prepared answer.
  ///
  /// A flag has an answer for false, then one for true; a choice has one for each known value. The kind ``Kind/contains`` has the
  /// text of the message before a text that is none of the known values, then the text after it with the end of the evidence.
  var answers: Int32 = 0

  /// The type of a field whose presence is tested, which decides what the message and the evidence show.
  enum GivenKind: UInt8, Sendable { case money, number, text, other }
}

/// The prepared message and evidence for a flag or for a known value of a choice, or a part of those for a text in a list.
struct CompiledAnswer: Sendable {
  /// The whole message about the value; for a text in a list, the message before or after the text.
  var message = Piece()
  /// The whole JSON of the evidence; empty if the program is compiled for values.
  ///
  /// For a text in a list, it is the JSON after the text or, if the program is compiled for values, the requirement.
  var evidence = Piece()
}

/// A search for an element of a list, in the form in which it is evaluated.
struct CompiledMatch: Sendable {
  /// The slot of the list.
  var slot: Int32 = -1
  /// The number of slots of one element.
  var stride: Int32 = 0
  /// The slot of the name within an element; -1 if elements have no name.
  var name: Int32 = -1
  /// Whether the applicant counts as an element of the list.
  var includesApplicant = false
  /// The answer if the list is absent.
  var absent = Truth.unknown
  /// A range in ``CompiledProgram/filters``.
  var filters: Range<Int32> = 0..<0
  /// `有…`: the applicant or an element without a name matches.
  var found = Piece()
  /// `有…：`: an element matches; its name follows.
  var foundNamed = Piece()
  /// `没有…`: no element matches.
  var none = Piece()
  /// `，无法判断是否有…，请补充`: an element lacks a field, so that no answer is possible.
  var undecided = Piece()
  /// `未填写…，请补充`: the list is absent.
  var missing = Piece()
  /// The label of the list.
  var list = Piece()
  /// The JSON of the evidence about the list before its value; if the program is compiled for values, the field of the list.
  var opening = Piece()
  /// The JSON of the evidence about an element before its index: `{"field":"partners[`.
  ///
  /// If the program is compiled for values, it is the field of the list.
  var element = Piece()
  /// The JSON of the evidence after its value; if the program is compiled for values, the requirement.
  var closing = Piece()
  /// The same as ``closing`` for a value that is a text: the JSON starts with the closing quote of the text.
  var closingNamed = Piece()
}

/// A condition on a field of an element, in the form in which it is evaluated.
struct CompiledFilter: Sendable {
  /// The kind of the condition; the cases match those of ``ListMatch/Filter/Wanted``.
  enum Kind: UInt8, Sendable { case known, within, flag, number, text, date }

  var kind: Kind
  /// The value that a flag must have.
  var wanted = true
  /// Whether no result may show the value.
  var isPrivate = false
  /// The comparison of a number or a date with the bound.
  var comparison = Comparison.atLeast
  /// The answer if the field is absent.
  var absent = Truth.unknown
  /// The slot of the field within an element.
  var slot: Int32
  /// The slot of the applicant's field of the same name; -1 if there is none.
  var applicant: Int32 = -1
  /// The slot of the field that is read if the element has no value; -1 if there is none.
  var fallback: Int32 = -1
  /// A range of known values in ``CompiledProgram/masks``, of a prefix in ``CompiledProgram/prefixes``, or of the starts and
  /// ends of texts in ``CompiledProgram/lists``.
  var parts: Range<Int32> = 0..<0
  /// The bound of a number, or the day number with which a date is compared.
  var bound = 0.0
  /// The label of the field.
  var label = Piece()
  /// The path of the field within an element.
  var path = Piece()
}
