/// A field of the record, as checks refer to it.
public struct FieldReference: Sendable {
  public let slot: Int
  public let field: Field
  public let path: String

  public init(slot: Int, field: Field, path: String) {
    self.slot = slot
    self.field = field
    self.path = path
  }

  var label: String { field.label }
  var choices: [Choice] { field.type.choices }

  /// Some of the field's choices in words: `企业、高等院校之一`.
  func description(of known: Set<Int>) -> String {
    known.sorted().map { choices[$0].label }.joined(separator: "、") + (known.count > 1 ? "之一" : "")
  }

  /// The known values with one left out, and its label; none where there is just one.
  func leavingOneOut(of known: Set<Int>) -> [(label: String, rest: Set<Int>)] {
    guard known.count > 1 else { return [] }
    return known.sorted().map { (choices[$0].label, known.subtracting([$0])) }
  }
}
