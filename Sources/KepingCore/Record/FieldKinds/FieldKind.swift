/// A kind of field: everything that the host needs to know about it, except how its values are read and checked.
public protocol FieldKind: Sendable {
  /// The name by which the kind is identified.
  static var name: FieldType.Name { get }
  /// The title in the reference of the vocabulary: 金额字段.
  static var title: String { get }
  /// The name of the class in the stubs for editors: `Money`.
  static var className: String { get }
  /// The meaning of a field that a plugin uses without a method.
  static var use: FieldUse { get }
  /// How elements of a list can be filtered by the field; nil if they cannot.
  static var filter: FieldFilter? { get }
  /// Whether the numbers are amounts in yuan.
  static var isMoney: Bool { get }
  /// Whether the numbers may be negative.
  static var isSigned: Bool { get }

  /// The known values; empty if there are none.
  var choices: [Choice] { get }
  /// A description of the values in the words of a clerk.
  var valueDescription: String { get }
  /// The form of the field in a workbook.
  var form: CellForm { get }

  /// Appends the JSON Schema of a value, without the braces.
  /// - Parameter members: appends the schema of an object with the field's children, without the braces.
  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void)
}

extension FieldKind {
  /// Nil, because most fields cannot filter a list.
  public static var filter: FieldFilter? { nil }
  /// False, because most fields are not amounts.
  public static var isMoney: Bool { false }
  /// False, because most numbers are amounts, counts and years.
  public static var isSigned: Bool { false }
  /// Empty, because most fields have no known values.
  public var choices: [Choice] { [] }
}

/// The meaning of a field that a plugin uses without a method.
public enum FieldUse: Sendable {
  /// A quantity.
  case quantity(Measure)
  /// A check.
  case check
  /// A text, which only functions receive.
  case text
  /// Nothing: the field needs a method.
  case none

  /// The dimension of a quantity; nil for other uses.
  public var measure: Measure? { if case .quantity(let measure) = self { measure } else { nil } }
}

/// How elements of a list are filtered by one of their fields.
public enum FieldFilter: Sendable {
  /// By known values.
  case choices
  /// By yes or no.
  case flag
  /// By an area.
  case area
  /// By the bound of a number.
  case number
  /// By known texts.
  case text
  /// By a day and a comparison with it.
  case date
}

extension FieldType {
  /// The known values of a choice, or of a list of texts.
  public var choices: [Choice] { kind.choices }
}
