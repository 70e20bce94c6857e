/// A reference from a check to a field of the record.
public struct FieldReference: Sendable {
  /// The slot of the field; for a field of a list's elements, the slot within an element.
  public let slot: Int
  /// The declaration of the field.
  public let field: Field
  /// The path of the field in the record: `applicant.kind`; for a field of a list's elements, the path within an element.
  public let path: String

  /// Creates a reference to a field.
  public init(slot: Int, field: Field, path: String) {
    self.slot = slot
    self.field = field
    self.path = path
  }

  var label: String { field.label }
  var choices: [Choice] { field.type.choices }

  /// Returns some of the field's choices as text: `企业、高等院校之一`.
  /// - Parameter known: the indices of the choices.
  func description(of known: Set<Int>) -> String {
    known.sorted().map { choices[$0].label }.joined(separator: "、") + (known.count > 1 ? "之一" : "")
  }

  /// Returns each set that results from removing one of the known values, with the label of that value.
  ///
  /// The result is empty if there is only one value.
  func leavingOneOut(of known: Set<Int>) -> [(label: String, rest: Set<Int>)] {
    guard known.count > 1 else { return [] }
    return known.sorted().map { (choices[$0].label, known.subtracting([$0])) }
  }
}
