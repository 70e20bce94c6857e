/// The form in which a program's texts are compiled.
package enum CompiledForm: Sendable {
  /// Pieces of JSON, for ``JSONResult``.
  case json
  /// Texts, fields and requirements in tables, for ``AssessmentBuilder``.
  case values
}

/// The texts of a program that is compiled for values.
///
/// In such a program, the ``Piece/start`` of a ``Piece`` is an index in one of these tables.
struct CompiledValues: Sendable {
  /// The texts of messages.
  ///
  /// The first element is empty and represents no text.
  private(set) var strings = [""]
  /// The fields that evidence shows.
  private(set) var fields: [CompiledField] = []
  /// The requirements that evidence shows.
  ///
  /// The first element represents no requirement.
  private(set) var requirements: [CompiledRequirement] = [CompiledRequirement(required: nil, unit: nil)]
  /// The pieces of stored texts, keyed by their bytes, because canonically equivalent texts are different texts.
  private var knownStrings: [Bytes: Piece] = [:]
  /// The pieces of stored fields, keyed by the bytes of their paths.
  private var knownFields: [Bytes: Piece] = [:]

  /// The piece for evidence without a requirement.
  static let noRequirement = Piece(start: 0)

  /// Stores a text, unless it is stored already, and returns its piece.
  mutating func string(_ text: String) -> Piece {
    let key = Bytes(text.utf8)
    if let known = knownStrings[key] { return known }
    let piece = Piece(start: Int32(strings.count))
    strings.append(text)
    knownStrings[key] = piece
    return piece
  }

  /// Stores a field that is not in the schema, and returns its piece.
  mutating func field(_ field: CompiledField) -> Piece {
    fields.append(field)
    return Piece(start: Int32(fields.count - 1))
  }

  /// Stores the field at a path, unless it is stored already, and returns its piece.
  mutating func field(_ path: String, in schema: Schema) -> Piece {
    let key = Bytes(path.utf8)
    if let known = knownFields[key] { return known }
    let piece = Piece(start: Int32(fields.count))
    fields.append(CompiledField(path, in: schema))
    knownFields[key] = piece
    return piece
  }

  /// Stores a requirement and returns its piece.
  mutating func requirement(_ required: Requirement, _ unit: Unit?) -> Piece {
    requirements.append(CompiledRequirement(required: required, unit: unit))
    return Piece(start: Int32(requirements.count - 1))
  }
}

/// A field that evidence shows.
struct CompiledField: Sendable {
  /// The path in the record, as evidence shows it.
  let path: String
  /// The label as shown to clerks.
  let label: String
  /// Whether the field is an amount of money.
  let isMoney: Bool

  init(path: String, label: String, isMoney: Bool) {
    self.path = path
    self.label = label
    self.isMoney = isMoney
  }

  init(_ path: String, in schema: Schema) {
    self.path = path
    label = schema.label(of: path)
    isMoney = schema.node(of: path).map { schema.nodes[$0].field.type.name.kind.isMoney } ?? false
  }
}

/// A requirement for a field, with its unit.
struct CompiledRequirement: Sendable {
  /// The requirement; nil if there is none.
  let required: Requirement?
  /// The unit in which the guideline states the requirement; nil if there is none.
  let unit: Unit?
}
