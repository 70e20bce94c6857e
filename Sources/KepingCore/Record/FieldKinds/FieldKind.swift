/// A kind of field: everything that the host needs to know about it, except how its values are read and checked.
public protocol FieldKind: Sendable {
  /// The name by which the kind is identified.
  static var name: FieldType.Name { get }
  /// As the reference of the vocabulary calls it: 金额字段.
  static var title: String { get }
  /// The class that it has in the stubs for editors: `Money`.
  static var className: String { get }
  /// What a field is where a plugin uses it without a method.
  static var use: FieldUse { get }
  /// How elements of a list can be filtered by the field; nil where they cannot.
  static var filter: FieldFilter? { get }
  /// Whether its numbers are yuan.
  static var isMoney: Bool { get }

  /// The known values; empty where there are none.
  var choices: [Choice] { get }
  /// What is filled in, in a clerk's words.
  var words: String { get }
  /// How it is filled in in a workbook.
  var form: CellForm { get }

  /// Appends what a value must be as JSON Schema, without the braces.
  /// - Parameter members: appends the schema of an object with the field's own fields, without the braces.
  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void)
}

extension FieldKind {
  /// Most fields cannot filter a list.
  public static var filter: FieldFilter? { nil }
  /// Most fields are no money.
  public static var isMoney: Bool { false }
  /// Most fields have no known values.
  public var choices: [Choice] { [] }
}

/// What a field is where a plugin uses it without a method.
public enum FieldUse: Sendable {
  /// A quantity.
  case quantity(Measure)
  /// A check.
  case check
  /// A text, which only functions are given.
  case text
  /// Nothing: it needs a method.
  case none

  /// What a quantity measures; nil where the field is none.
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
}

extension FieldType {
  /// The known values of a choice, or of a list of texts.
  public var choices: [Choice] { kind.choices }
}
