/// The form in which a program's texts are compiled.
package enum CompiledForm: Sendable {
  /// Pieces of JSON, for ``JSONResult``.
  case json
  /// Texts, fields and requirements in tables, for ``AssessmentBuilder``.
  case values
}

/// The texts of a program that was compiled for values: where a piece of JSON would be, ``Piece/start`` is an index here.
struct CompiledValues: Sendable {
  /// The first one is empty: it stands where nothing is said.
  private(set) var strings = [""]
  /// The fields that evidence shows.
  private(set) var fields: [CompiledField] = []
  /// What is asked of them. The first one asks for nothing.
  private(set) var requirements: [CompiledRequirement] = [CompiledRequirement(required: nil, unit: nil)]
  /// By bytes: two texts that only look alike are two.
  private var knownStrings: [Bytes: Piece] = [:]
  private var knownFields: [Bytes: Piece] = [:]

  /// Stands for the end of evidence that shows a value of which nothing is asked.
  static let noRequirement = Piece(start: 0)

  mutating func string(_ text: String) -> Piece {
    let key = Bytes(text.utf8)
    if let known = knownStrings[key] { return known }
    let piece = Piece(start: Int32(strings.count))
    strings.append(text)
    knownStrings[key] = piece
    return piece
  }

  mutating func field(_ path: String, in schema: Schema) -> Piece {
    let key = Bytes(path.utf8)
    if let known = knownFields[key] { return known }
    let piece = Piece(start: Int32(fields.count))
    fields.append(CompiledField(path, in: schema))
    knownFields[key] = piece
    return piece
  }

  mutating func requirement(_ required: Requirement, _ unit: Unit?) -> Piece {
    requirements.append(CompiledRequirement(required: required, unit: unit))
    return Piece(start: Int32(requirements.count - 1))
  }
}

/// A field that evidence shows.
struct CompiledField: Sendable {
  let path: String
  /// In a clerk's words.
  let label: String
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

/// What is asked of a field.
struct CompiledRequirement: Sendable {
  /// Nil where nothing is asked.
  let required: Requirement?
  /// The unit in which the guideline asks for it.
  let unit: Unit?
}
